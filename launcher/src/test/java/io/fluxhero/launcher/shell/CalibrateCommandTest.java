package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.validation.Calibration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrateCommandTest {

    private static final int BARS = 600;

    @TempDir
    private Path folder;

    private String csv;

    @BeforeEach
    void bars() throws IOException {
        csv = SampleBars.write(folder, BARS).toString();
    }

    @Test
    void sets_what_the_engine_finds_in_the_bars_before() throws IOException {
        JsonNode document = json(calibrate("--json"));

        // Bars 100, 121, ... 583: the newest is made of the 252 before bar 583.
        JsonNode newest = document.get("calibrations").get(23);
        Calibration expected = Calibration.of(candles().subList(583 - 252, 583));
        assertThat(document.get("calibrations")).hasSize(24);
        assertThat(newest.get("made_from").asText()).isEqualTo("2015-11-28");
        assertThat(newest.get("made_to").asText()).isEqualTo("2016-08-05");
        assertThat(newest.get("bars").asInt()).isEqualTo(252);
        assertThat(newest.get("rsi").get("extreme_oversold").asDouble())
                .isEqualTo(expected.rsi().extremeOversold());
        assertThat(newest.get("efficiency_ratio").get("strong").asDouble())
                .isEqualTo(expected.efficiency().strong());
        JsonNode settings = document.get("settings");
        assertThat(settings.get("strategy.reversion.rsi-oversold").asDouble())
                .isEqualTo(expected.rsi().oversold());
        assertThat(settings.get("strategy.reversion.rsi-overbought").asDouble())
                .isEqualTo(expected.rsi().overbought());
        assertThat(settings.get("strategy.trend.entry-band-atr").asDouble())
                .isEqualTo(expected.multipliers().entry());
        assertThat(settings.get("strategy.trend.exit-band-atr").asDouble())
                .isEqualTo(expected.multipliers().exit());
        assertThat(settings.get("strategy.trend.trend-stop-atr").asDouble())
                .isEqualTo(expected.multipliers().stop());
        assertThat(document.get("stability").get("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(document.get("stability")
                        .get("parameters")
                        .get("rsi_oversold")
                        .get("trend")
                        .asText())
                .isIn("INCREASING", "DECREASING", "STABLE");
        assertThat(newest.get("stability").asDouble()).isBetween(0.0, 1.0);
        assertThat(document.get("calibrations").get(0).get("stability").isNull())
                .isTrue();
    }

    @Test
    void later_bars_change_no_calibration_before_them() throws IOException {
        JsonNode whole = json(calibrate("--json")).get("calibrations");
        JsonNode earlier = json(calibrate("--json", "--to", "2016-01-31")).get("calibrations");

        assertThat(earlier.size()).isEqualTo(15);
        for (int i = 0; i < earlier.size(); i++) {
            assertThat(earlier.get(i)).isEqualTo(whole.get(i));
        }
    }

    @Test
    void a_backtest_takes_what_it_writes() throws IOException {
        Path out = folder.resolve("calibrated");

        Ran ran = calibrate("--to", "2016-01-31", "--out", out.toString());
        JsonNode traded = json(Ran.fluxhero(
                "backtest",
                "--csv",
                csv,
                "--from",
                "2016-02-01",
                "--json",
                "--config",
                out.resolve("settings.properties").toString()));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("SWING 1d, 15 of 15 calibrations, of at most 252 bars, every 21 bars")
                .contains("The newest is made of", "rsi-oversold", "Stability");
        JsonNode settings =
                new ObjectMapper().readTree(out.resolve("result.json").toFile()).get("settings");
        assertThat(traded.get("settings").get("strategy.trend.trend-stop-atr"))
                .isEqualTo(settings.get("strategy.trend.trend-stop-atr"));
        assertThat(traded.get("settings").get("strategy.reversion.rsi-oversold"))
                .isEqualTo(settings.get("strategy.reversion.rsi-oversold"));
        assertThat(Files.readAllLines(out.resolve("calibrations.csv")))
                .hasSize(16)
                .first()
                .asString()
                .startsWith("made_from,made_to,bars,stability,rsi_oversold,rsi_overbought");
    }

    @Test
    void tells_of_those_that_hold_in_the_range_and_says_the_same_with_any_number_of_threads() throws IOException {
        Ran one = calibrate("--json", "--from", "2016-07-01", "--threads", "1");
        Ran three = calibrate("--json", "--from", "2016-07-01", "--threads", "3");

        assertThat(three.out()).isEqualTo(one.out());
        assertThat(json(one).get("calibrations")).hasSize(2);
        assertThat(calibrate("--from", "2016-08-20").out()).endsWith("None holds from a bar in this range\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to 2015-04-01 | 3 | has 91 bars in this range: a calibration needs 100",
                "--look-back 99 | 3 | looks back on 100 bars or more, not 99",
                "--every 0 | 3 | not every 0",
                "--every often | 2 | --every"
            })
    void says_what_to_do_when_something_is_wrong(String options, int code, String message) {
        Ran ran = calibrate(options.split(" "));

        assertThat(ran.err()).contains(message);
        assertThat(ran.code()).isEqualTo(code);
    }

    private Ran calibrate(String... more) {
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"calibrate", "--csv", csv}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Ran.fluxhero(arguments);
    }

    private List<Candle> candles() throws IOException {
        return new ArrayList<>(new BarFile(Path.of(csv), "SWING", Timeframe.D1, null)
                .load(null, null, new PrintWriter(new StringWriter()))
                .candles());
    }

    private static JsonNode json(Ran ran) throws IOException {
        assertThat(ran.code()).as(ran.err()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }
}
