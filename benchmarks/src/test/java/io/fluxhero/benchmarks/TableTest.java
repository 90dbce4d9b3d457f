package io.fluxhero.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.benchmarks.Row.Goal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @ParameterizedTest
    @CsvSource({
        "true,5,aim",
        "true,4.9,met",
        "true,3,met",
        "true,2.9,short",
        "false,0.1,aim",
        "false,2.9,met",
        "false,3.1,short"
    })
    void says_how_far_a_ratio_goes(boolean bigger, double ratio, String verdict) {
        Goal goal = bigger ? Goal.faster(3, 5) : Goal.atMost(3, 0.1);

        assertThat(goal.verdict(ratio)).isEqualTo(verdict);
    }

    @Test
    void prints_and_writes_the_same_rows() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Table table = new Table(new PrintStream(printed, true, StandardCharsets.UTF_8));

        table.add(new Row("G0 ours / theirs", 10, 42.5, "ns/bar", 4.25, Goal.faster(3, 5)));
        table.add(new Row("G9 alone", 0, Double.NaN, "B", 0, Goal.atMost(0, 0)));
        table.add(new Row("for the record", 10, 5, "ns/bar", 0.5, Goal.NONE));

        String text = printed.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
        assertThat(text)
                .contains("name ours peer ratio goal verdict")
                .contains("G0 ours / theirs 10 ns/bar 42.5 ns/bar 4.25 >= 3, aim 5 met")
                .contains("G9 alone 0 B - 0 <= 0, aim 0 aim")
                .contains("for the record 10 ns/bar 5 ns/bar 0.50 none none");
        assertThat(table.json())
                .startsWith("{\"results\": [")
                .contains(
                        "{\"name\": \"G0 ours / theirs\", \"ours\": 10.0, \"peer\": 42.5, \"unit\": \"ns/bar\", \"ratio\": 4.25,"
                                + " \"goal\": \">= 3, aim 5\", \"verdict\": \"met\"}")
                .contains("\"peer\": null");
    }

    @Test
    void takes_the_middle_of_what_was_measured() {
        assertThat(Pair.median(new double[] {9, 1, 5})).isEqualTo(5);
    }
}
