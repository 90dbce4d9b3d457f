package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossAssetCommandTest {

    @TempDir
    private Path folder;

    private String swing;
    private String other;

    @BeforeEach
    void bars() throws IOException {
        swing = SampleBars.write(folder, 700).toString();
        // The same market upside down: what rose falls.
        Path turned = folder.resolve("turned.csv");
        List<String> lines = Files.readAllLines(Path.of(swing)).stream()
                .map(line -> Character.isDigit(line.charAt(0)) ? turned(line.split(",")) : line)
                .toList();
        other = Files.write(turned, lines).toString();
    }

    private static String turned(String[] cells) {
        double at = 10_000;
        return String.join(
                ",",
                cells[0],
                String.valueOf(at / Double.parseDouble(cells[1])),
                String.valueOf(at / Double.parseDouble(cells[3])),
                String.valueOf(at / Double.parseDouble(cells[2])),
                String.valueOf(at / Double.parseDouble(cells[4])),
                cells[5]);
    }

    @Test
    void gives_each_instrument_what_a_backtest_gives_it_alone() throws IOException {
        JsonNode document = json(across("--json", "--from", "2015-06-01", "--set", "entry-band-atr=0.3"));

        assertThat(document.get("symbols").asInt()).isEqualTo(2);
        assertThat(document.get("complete").asBoolean()).isTrue();
        assertThat(document.get("assets").findValuesAsText("symbol")).containsExactly("SWING", "UPDOWN");
        double sum = 0;
        for (JsonNode asset : document.get("assets")) {
            JsonNode alone = json(Ran.fluxhero(
                    "backtest",
                    "--csv",
                    asset.get("symbol").asText().equals("SWING") ? swing : other,
                    "--json",
                    "--from",
                    "2015-06-01",
                    "--set",
                    "entry-band-atr=0.3"));
            for (String figure : new String[] {
                "total_return_pct",
                "sharpe_ratio",
                "max_drawdown_pct",
                "win_rate",
                "num_trades",
                "data_hash",
                "end_date"
            }) {
                assertThat(asset.get(figure)).as(figure).isEqualTo(alone.get(figure));
            }
            assertThat(asset.get("start_date").asText()).isEqualTo("2015-06-01");
            assertThat(document.get("config_hash")).isEqualTo(alone.get("config_hash"));
            sum += asset.get("total_return_pct").asDouble();
        }
        assertThat(document.get("mean_return_pct").asDouble()).isEqualTo(sum / 2);
        assertThat(document.get("settings").get("strategy.trend.entry-band-atr").asDouble())
                .isEqualTo(0.3);
    }

    @Test
    void tells_people_how_consistent_it_is_and_writes_a_table() throws IOException {
        Path out = folder.resolve("out");

        Ran ran = across("--out", out.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("2 of 2 instruments done")
                .contains("SWING ", "UPDOWN ", "% of the instruments made money");
        assertThat(Files.readAllLines(out.resolve("assets.csv")))
                .hasSize(3)
                .first()
                .isEqualTo("symbol,total_return_pct,sharpe,max_drawdown_pct,trades,win_rate");
        assertThat(out.resolve("result.json")).exists();
    }

    @Test
    void says_the_same_with_any_number_of_threads() {
        assertThat(across("--json", "--threads", "3").out())
                .isEqualTo(across("--json", "--threads", "1").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--csv A | 2 | one instrument has no other to be compared with; give two or more",
                "--csv A --csv A | 2 | SWING is given twice; write SYMBOL=FILE",
                "--csv A --csv ???.csv | 2 | is no symbol",
                "--csv A --csv B=A --adjustments C=A | 2 | --adjustments: C is none of B, SWING",
                "--csv A --csv B=A --timeframe 3d | 2 | unknown timeframe '3d'",
                "--csv A --csv B=A --to 2014-01-01 | 3 | has no bars between",
                "--csv A --csv B=nowhere.csv | 3 | there is no file nowhere.csv",
                "--csv A --csv B=A --set nonsense=1 | 3 | there is no setting 'nonsense'"
            })
    void says_what_to_do_when_something_is_wrong(String options, int code, String message) {
        Ran ran = Ran.fluxhero(("cross-asset " + options)
                .replace(" A", " " + swing)
                .replace("=A", "=" + swing)
                .split(" "));

        assertThat(ran.err()).contains(message);
        assertThat(ran.code()).isEqualTo(code);
    }

    private Ran across(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"cross-asset", "--csv", "updown=" + other, "--csv", swing}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Ran.fluxhero(arguments);
    }

    private static JsonNode json(Ran ran) throws IOException {
        assertThat(ran.code()).as(ran.err()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }
}
