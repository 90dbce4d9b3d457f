package io.fluxhero.launcher.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    private static final int BARS = 120;

    @TempDir
    private Path folder;

    @Test
    void daily_bars_come_back_from_parquet_as_they_went_in() throws IOException {
        Path daily = SampleBars.write(folder, BARS);

        assertThat(thereAndBack(daily, "1d")).isEqualTo(converted(daily, "plain.csv", "1d"));
    }

    @Test
    void hourly_bars_keep_their_moment_across_the_change_to_summer_time() throws IOException {
        Path hourly = Files.writeString(folder.resolve("HOUR.csv"), """
                        timestamp,open,high,low,close,volume
                        2024-03-08T20:00:00Z,100.1,101,99.5,100.7,1200
                        2024-03-11T13:00:00Z,100.7,102,100.5,101.25,1300
                        2024-03-11T14:00:00Z,101.25,102.125,101,101.5,0
                        """);

        List<String> rows = thereAndBack(hourly, "1h");

        assertThat(rows).isEqualTo(converted(hourly, "plain.csv", "1h"));
        assertThat(rows.get(2)).isEqualTo("2024-03-11T09:00:00-04:00,100.7,102.0,100.5,101.25,1300");
    }

    @Test
    void a_backtest_of_parquet_is_that_of_the_csv() throws IOException {
        Path csv = SampleBars.write(folder, 400);
        Path parquet = folder.resolve("SWING.parquet");
        Ran.fluxhero("convert", "--csv", csv.toString(), "--out", parquet.toString());

        assertThat(Ran.fluxhero("backtest", "--csv", parquet.toString()).out())
                .isEqualTo(Ran.fluxhero("backtest", "--csv", csv.toString()).out());
    }

    @Test
    void leaves_out_what_lies_before_its_first_day() throws IOException {
        Path out = folder.resolve("late.csv");

        Ran.fluxhero(
                "convert",
                "--csv",
                SampleBars.write(folder, BARS).toString(),
                "--from",
                "2015-04-01",
                "--out",
                "" + out);

        assertThat(Files.readAllLines(out)).hasSize(31).element(1).asString().startsWith("2015-04-01,");
    }

    @Test
    void indicators_go_to_parquet_too() throws IOException {
        Path parquet = folder.resolve("indicators.parquet");

        Ran ran = Ran.fluxhero(
                "indicators", "--csv", SampleBars.write(folder, BARS).toString(), "--out", parquet.toString());

        assertThat(ran.code()).isZero();
        String csv = new String(new ParquetFile(parquet).toCsv(), UTF_8);
        assertThat(csv.lines())
                .hasSize(BARS + 1)
                .first()
                .asString()
                .startsWith("timestamp,open,")
                .endsWith(",verdict");
    }

    @Test
    void says_what_is_wrong_with_a_file_that_only_begins_like_parquet() throws IOException {
        Path broken = Files.writeString(folder.resolve("BROKEN.parquet"), "PAR1 and nothing of the kind");

        Ran ran = Ran.fluxhero("backtest", "--csv", broken.toString());

        assertThat(ran.code()).isEqualTo(Shell.REFUSED);
        assertThat(ran.err()).contains("BROKEN.parquet is refused: ").doesNotContain("\tat ");
    }

    @Test
    void says_that_the_folder_of_its_output_is_missing() throws IOException {
        Path nowhere = folder.resolve("nowhere").resolve("out.parquet");

        Ran ran =
                Ran.fluxhero("convert", "--csv", SampleBars.write(folder, BARS).toString(), "--out", "" + nowhere);

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("nowhere");
    }

    private List<String> thereAndBack(Path csv, String timeframe) throws IOException {
        Path parquet = folder.resolve("there.parquet");
        Ran ran = Ran.fluxhero("convert", "--csv", csv.toString(), "--timeframe", timeframe, "--out", "" + parquet);
        assertThat(ran.code()).isZero();
        assertThat(ParquetFile.starts(Files.readAllBytes(parquet))).isTrue();
        return converted(parquet, "back.csv", timeframe);
    }

    private List<String> converted(Path from, String name, String timeframe) throws IOException {
        Path out = folder.resolve(name);
        Ran ran = Ran.fluxhero("convert", "--csv", from.toString(), "--timeframe", timeframe, "--out", out.toString());
        assertThat(ran.code()).isZero();
        return Files.readAllLines(out);
    }
}
