package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsCommandTest {

    private static final String HEADER =
            "timestamp,open,high,low,close,volume,ema20,sma20,rsi14,atr14,plus_di14,minus_di14,"
                    + "adx14,bb_upper,bb_middle,bb_lower,er10,kama,slope50,r2_50,atr_ma50,volatility,regime_raw,regime,verdict";

    @TempDir
    private Path folder;

    @Test
    void prints_a_row_per_bar_and_nothing_where_nothing_is_known() throws IOException {
        String csv = SampleBars.write(folder, 100).toString();

        List<String> rows =
                Ran.fluxhero("indicators", "--csv", csv).out().lines().toList();

        assertThat(rows).hasSize(101);
        assertThat(rows.getFirst()).isEqualTo(HEADER);
        assertThat(rows).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(25));
        assertThat(rows.get(1)).endsWith(",,,,,,,,,,,,,,,,NORMAL,NEUTRAL,NEUTRAL,WARM_UP");
        assertThat(rows.getLast()).doesNotContain(",,");
    }

    @Test
    void has_the_mean_of_twenty_closes_in_its_column() throws IOException {
        String csv = SampleBars.write(folder, 30).toString();

        List<String> rows =
                Ran.fluxhero("indicators", "--csv", csv).out().lines().toList();

        double mean = rows.subList(11, 31).stream()
                .mapToDouble(row -> Double.parseDouble(row.split(",")[4]))
                .average()
                .orElseThrow();
        assertThat(Double.parseDouble(rows.getLast().split(",")[7])).isCloseTo(mean, within(1e-9));
        assertThat(rows.get(19).split(",", -1)[7]).isEmpty();
    }

    @Test
    void writes_a_file_where_one_is_named() throws IOException {
        String csv = SampleBars.write(folder, 100).toString();
        Path out = folder.resolve("indicators.csv");

        Ran ran = Ran.fluxhero("indicators", "--csv", csv, "--out", out.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(101);
    }
}
