package io.fluxhero.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints rows as they come, and keeps them. */
final class Table {

    private final List<Row> rows = new ArrayList<>();
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
        out.println(Row.heading());
    }

    void add(Row row) {
        rows.add(row);
        out.println(row.line());
    }

    String json() {
        return "{\"results\": [\n  "
                + String.join(",\n  ", rows.stream().map(Row::json).toList()) + "\n]}\n";
    }
}
