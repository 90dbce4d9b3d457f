package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongWorkTest {

    private static final int BARS = 600;

    @TempDir
    private Path folder;

    private String csv;

    @BeforeEach
    void bars() throws IOException {
        csv = SampleBars.write(folder, BARS).toString();
    }

    @Test
    void sweeps_every_combination_and_ranks_them() throws IOException {
        Path out = folder.resolve("sweep");

        Ran ran = sweep("--out", out.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("6 of 6 combinations done").contains("probability of over-fitting");
        assertThat(Files.readAllLines(out.resolve("sweep.csv")))
                .hasSize(7)
                .first()
                .asString()
                .startsWith("candidate,entry-band-atr,regression-period,score,total_return_pct");
    }

    @Test
    void gives_a_candidate_what_a_single_run_gives() throws IOException {
        JsonNode row = json(sweep("--json")).get("rows").get(1);

        JsonNode single = json(Ran.fluxhero(
                "backtest", "--csv", csv, "--json", "--set", "entry-band-atr=0.3", "--set", "regression-period=50"));

        assertThat(row.get("settings").get("entry-band-atr").asText()).isEqualTo("0.3");
        assertThat(row.get("settings").get("regression-period").asText()).isEqualTo("50");
        assertThat(row.get("total_return_pct")).isEqualTo(single.get("total_return_pct"));
        assertThat(row.get("config_hash")).isEqualTo(single.get("config_hash"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep --vary entry-band-atr=0.3,0.5",
                "walk-forward --vary rsi-oversold=25,30,35",
                "monte-carlo --paths 500"
            })
    void says_the_same_with_any_number_of_threads(String command) {
        Ran one = Ran.fluxhero((command + " --json --threads 1 --csv " + csv).split(" "));
        Ran three = Ran.fluxhero((command + " --json --threads 3 --csv " + csv).split(" "));

        assertThat(one.code()).as(one.err()).isZero();
        assertThat(three.out()).isEqualTo(one.out());
    }

    @Test
    void walks_forward_over_windows_that_tile_the_bars() throws IOException {
        Path out = folder.resolve("walk");

        Ran ran = Ran.fluxhero("walk-forward", "--csv", csv, "--train", "100", "--test", "50", "--out", out.toString());
        JsonNode document =
                new ObjectMapper().readTree(out.resolve("result.json").toFile());

        assertThat(ran.out()).contains("10 of 10 windows, no optimisation", "Verdict:");
        assertThat(document.fieldNames())
                .toIterable()
                .contains(
                        "symbol",
                        "initial_capital",
                        "final_capital",
                        "total_return_pct",
                        "total_windows",
                        "profitable_windows",
                        "pass_rate",
                        "passes_walk_forward_test",
                        "pass_threshold",
                        "aggregate_sharpe",
                        "aggregate_max_drawdown_pct",
                        "aggregate_win_rate",
                        "total_trades",
                        "window_results",
                        "combined_equity_curve",
                        "timestamps",
                        "train_bars",
                        "test_bars");
        assertThat(document.get("window_results")).hasSize(10);
        assertThat(Files.readAllLines(out.resolve("windows.csv"))).hasSize(11);
        assertThat(Files.readAllLines(out.resolve("equity.csv"))).hasSize(501);
    }

    @Test
    void tells_how_stable_the_choices_of_learning_were() throws IOException {
        String[] walk = {
            "walk-forward", "--csv", csv, "--train", "100", "--test", "50", "--vary", "rsi-oversold=25,30,35"
        };
        List<String> asked = new ArrayList<>(List.of(walk));
        asked.add("--json");

        JsonNode document = json(Ran.fluxhero(asked.toArray(String[]::new)));

        JsonNode choice = document.get("parameter_stability").get("rsi-oversold");
        double sum = 0;
        for (JsonNode value : choice.get("values")) {
            sum += value.asDouble();
        }
        assertThat(choice.get("values")).hasSize(10);
        assertThat(choice.get("mean").asDouble()).isEqualTo(sum / 10);
        assertThat(document.get("unchanged_ratio").asDouble()).isBetween(0.0, 1.0);
        assertThat(Ran.fluxhero(walk).out())
                .contains(
                        "Stability       the choice stayed in ", "rsi-oversold " + choice.get("distinct") + " of its");
    }

    @Test
    void draws_the_same_paths_from_the_same_seed() throws IOException {
        JsonNode first = json(Ran.fluxhero("monte-carlo", "--csv", csv, "--paths", "300", "--json"));
        JsonNode other = json(Ran.fluxhero("monte-carlo", "--csv", csv, "--paths", "300", "--seed", "43", "--json"));

        assertThat(first.get("paths").asInt()).isEqualTo(300);
        assertThat(first.get("median")).isNotEqualTo(other.get("median"));
        assertThat(json(Ran.fluxhero("monte-carlo", "--csv", csv, "--paths", "300", "--json")))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep | 2 | --vary",
                "sweep --vary nonsense=1 | 3 | there is no setting 'nonsense'",
                "sweep --vary entry-band-atr | 3 | is not of the form key=value,value",
                "sweep --vary regression-period=20,many | 3 | 'many' is none of the whole numbers",
                "sweep --vary entry-band-atr=1 --objective LUCK | 2 | --objective",
                "walk-forward --train 1000 | 3 | needs at least 1010",
                "walk-forward --step sideways | 3 | --step is test or full",
                "monte-carlo --draw TRADES --set warm-up-bars=5000 | 3 | there is nothing to draw from",
                "monte-carlo --paths 0 | 3 | must be above 0"
            })
    void says_what_to_do_when_something_is_wrong(String command, int code, String message) {
        Ran ran = Ran.fluxhero((command + " --csv " + csv).split(" "));

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"320|1000|2|sweep: 320 of 1,000, 32 %, 4 s to go", "1|400|1|sweep: 1 of 400, 0 %, 6 min 39 s to go"
            })
    void shows_how_far_it_is_and_how_long_it_takes(int done, int total, double seconds, String line) {
        assertThat(ProgressLine.text("sweep", done, total, seconds)).isEqualTo(line);
        assertThat(ProgressLine.text("sweep", 0, total, seconds)).isEmpty();
    }

    private Ran sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sweep", "--csv", csv, "--vary", "entry-band-atr=0.3,0.5,0.8", "--vary", "regression-period=20,50"));
        arguments.addAll(List.of(more));
        return Ran.fluxhero(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Ran ran) throws IOException {
        assertThat(ran.code()).as(ran.err()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }
}
