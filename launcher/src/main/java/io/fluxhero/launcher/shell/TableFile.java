package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A table with a row per bar, whose first column is {@code timestamp}: CSV, or Parquet where its name says so. */
final class TableFile {

    private static final long DAY_SECONDS = 86_400;

    private TableFile() {}

    static void write(Path file, Timeframe timeframe, Consumer<PrintWriter> rows) throws IOException {
        if (!ParquetFile.isNamed(file)) {
            csv(file, rows);
            return;
        }
        Path csv = Files.createTempFile("fluxhero-table", ".csv");
        try {
            csv(csv, rows);
            new ParquetFile(file).write(csv, timeframe.seconds() < DAY_SECONDS ? "TIMESTAMPTZ" : "DATE");
        } finally {
            Files.delete(csv);
        }
    }

    private static void csv(Path file, Consumer<PrintWriter> rows) throws IOException {
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(file))) {
            rows.accept(to);
            if (to.checkError()) {
                throw new IOException("could not write " + file);
            }
        }
    }
}
