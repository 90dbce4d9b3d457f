package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.launcher.run.RunFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {

    private static final int BARS = 1000;

    @TempDir
    private Path folder;

    private String csv;

    @BeforeEach
    void bars() throws IOException {
        csv = SampleBars.write(folder, BARS).toString();
    }

    @Test
    void says_how_it_went_criterion_by_criterion() {
        Ran ran = Ran.fluxhero("backtest", "--csv", csv);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("SWING 1d, 1,000 of 1,000 bars traded, 2015-01-01 to 2017-09-26")
                .contains("Buy and hold", "Sharpe ratio", "Max drawdown", "Win rate", "Average win / loss", "Verdict:");
    }

    @Test
    void prints_exactly_one_document_with_the_fields_of_the_api() throws IOException {
        Ran ran = Ran.fluxhero("backtest", "--csv", csv, "--json", "--capital", "50000");

        JsonNode document = new ObjectMapper().readerFor(JsonNode.class).readTree(ran.out());
        assertThat(document.fieldNames())
                .toIterable()
                .contains(
                        "symbol",
                        "start_date",
                        "end_date",
                        "initial_capital",
                        "final_equity",
                        "total_return",
                        "total_return_pct",
                        "sharpe_ratio",
                        "max_drawdown",
                        "max_drawdown_pct",
                        "win_rate",
                        "num_trades",
                        "avg_win_loss_ratio",
                        "success_criteria_met",
                        "equity_curve",
                        "timestamps",
                        "trades",
                        "config_hash",
                        "data_hash");
        assertThat(document.get("symbol").asText()).isEqualTo("SWING");
        assertThat(document.get("initial_capital").asDouble()).isEqualTo(50_000);
        assertThat(document.get("equity_curve")).hasSize(BARS);
        assertThat(document.get("timestamps")).hasSize(BARS);
        assertThat(document.get("trades"))
                .hasSize(document.get("num_trades").asInt())
                .isNotEmpty();
        double profit = 0;
        for (JsonNode trade : document.get("trades")) {
            profit += trade.get("realized_pnl").asDouble();
        }
        double open = document.path("open_position").path("unrealized_pnl").asDouble(0);
        assertThat(document.get("total_return").asDouble()).isCloseTo(profit + open, within(1e-6 * 50_000));
    }

    @Test
    void gives_the_same_bytes_again() {
        String first = Ran.fluxhero("backtest", "--csv", csv, "--json").out();

        assertThat(Ran.fluxhero("backtest", "--csv", csv, "--json").out()).isEqualTo(first);
    }

    @Test
    void writes_the_run_into_a_folder() throws IOException {
        Path out = folder.resolve("run");

        Ran ran = Ran.fluxhero("backtest", "--csv", csv, "--out", out.toString());

        assertThat(ran.code()).isZero();
        assertThat(Files.readAllLines(out.resolve("equity.csv"))).hasSize(BARS + 1);
        List<String> trades = Files.readAllLines(out.resolve("trades.csv"));
        assertThat(trades.getFirst()).isEqualTo(RunFiles.TRADES_HEADER);
        assertThat(trades).hasSizeGreaterThan(1);
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("result.json").toFile())
                        .get("num_trades")
                        .asInt())
                .isEqualTo(trades.size() - 1);
    }

    @Test
    void reads_packed_files_and_takes_the_symbol_that_is_named() throws IOException {
        Path packed = folder.resolve("bars.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of(csv), out);
        }

        assertThat(Ran.fluxhero("backtest", "--csv", packed.toString(), "--symbol", "abc")
                        .out())
                .startsWith("ABC 1d, 1,000");
    }

    @Test
    void trades_between_the_dates_and_warms_up_before() {
        Ran ran = Ran.fluxhero("backtest", "--csv", csv, "--from", "2016-01-01", "--to", "2016-12-31");

        assertThat(ran.out()).startsWith("SWING 1d, 366 of 731 bars traded, 2016-01-01 to 2016-12-31");
    }

    @Test
    void counts_dividends_and_splits_into_buy_and_hold() throws IOException {
        Path bars = Files.writeString(folder.resolve("flat.csv"), flatBarsWithADividend());
        Path factors = Files.writeString(folder.resolve("factors.csv"), "20150301,0.9,1,100\n20501231,1,1,0\n");

        String plain = Ran.fluxhero("backtest", "--csv", bars.toString()).out();
        String adjusted = Ran.fluxhero("backtest", "--csv", bars.toString(), "--adjustments", factors.toString())
                .out();

        assertThat(plain).contains("Buy and hold       -10.00 %");
        assertThat(adjusted).contains("Buy and hold       +0.00 %");
    }

    @Test
    void takes_settings_from_a_file_and_lets_the_line_win() throws IOException {
        Path config = Files.writeString(
                folder.resolve("my.conf"), "# mine\nstrategy.warm-up-bars=100\nregression_period=20\nspike-rule=off\n");

        Ran settings = Ran.fluxhero("settings", "--config", config.toString(), "--set", "warmUpBars=120");

        assertThat(settings.out().lines())
                .contains("strategy.warm-up-bars=120", "strategy.spike.spike-rule=false")
                .anyMatch(line -> line.endsWith("regression-period=20"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--mode SIDEWAYS | 2 | --mode",
                "--timeframe 7d | 2 | unknown timeframe '7d'",
                "--symbol TOOLONGASYMBOL | 2 | is no symbol",
                "--from yesterday | 2 | 'yesterday' is no date",
                "--from 2016-01-01 --to 2015-01-01 | 2 | is before --from",
                "--from 2030-01-01 | 3 | has no bars between 2030-01-01 and its end",
                "--to 2015-02-01 | 3 | a backtest needs at least 70",
                "--capital -5 | 3 | --capital -5 must be above 0",
                "--set nonsense=1 | 3 | there is no setting 'nonsense'",
                "--set warm-up=1 | 3 | near it: strategy.warm-up-bars",
                "--set strategy.warm-up-bars=many | 3 | 'many' is none of the whole numbers",
                "--config nowhere.conf | 3 | there is no file nowhere.conf",
                "--adjustments nowhere.csv | 3 | there is no file nowhere.csv",
                "--strategy mine | 3 | name the folder of its jar with --strategies",
                "--strategy mine --strategies nowhere | 3 | there is no folder nowhere",
                "--colour | 2 | Unknown option: '--colour'"
            })
    void says_what_to_do_when_something_is_wrong(String options, int code, String message) {
        Ran ran = Ran.fluxhero(("backtest --csv " + csv + " " + options).split(" "));

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).contains(message);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void reports_bad_rows_and_refuses_a_file_that_is_full_of_them() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(csv));
        lines.set(3, lines.get(3).replaceFirst(",[0-9.]+,", ",null,"));
        Path few = Files.write(folder.resolve("few.csv"), lines);
        for (int i = 100; i < 200; i++) {
            lines.set(i, "junk");
        }
        Path many = Files.write(folder.resolve("many.csv"), lines);

        Ran goesOn = Ran.fluxhero("backtest", "--csv", few.toString());
        Ran refused = Ran.fluxhero("backtest", "--csv", many.toString());

        assertThat(goesOn.code()).isZero();
        assertThat(goesOn.err()).contains("bad row dropped: line 4, column Open: has no value: 'null'");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("101 of 1000 rows are bad, more than 5 %");
    }

    private static String flatBarsWithADividend() {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        LocalDate day = LocalDate.of(2015, 1, 1);
        for (int i = 0; i < 100; i++) {
            int price = day.plusDays(i).isAfter(LocalDate.of(2015, 3, 1)) ? 90 : 100;
            text.append("%s,%d,%d,%d,%d,1000%n".formatted(day.plusDays(i), price, price, price, price));
        }
        return text.toString();
    }
}
