package io.fluxhero.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

    private static final Path TABLE =
            Path.of("../execution-service/src/main/java/io/fluxhero/execution/domain/order/OrderState.java");

    @Test
    void know_the_edges_of_the_transition_table() throws IOException {
        TreeSet<String> table = new TreeSet<>();
        Matcher row =
                Pattern.compile("([A-Z_]+),\\s*Set\\.of\\(([A-Z_,\\s]*)\\)").matcher(Files.readString(TABLE));
        while (row.find()) {
            for (String next : row.group(2).split("[,\\s]+")) {
                if (!next.isBlank()) {
                    table.add(row.group(1) + " -> " + next);
                }
            }
        }
        TreeSet<String> known = new TreeSet<>();
        Matcher edge = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)").matcher(OrderRules.EDGES);
        while (edge.find()) {
            known.add(edge.group(1) + " -> " + edge.group(2));
        }

        assertThat(known).hasSize(48).isEqualTo(table);
    }
}
