package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RedriveCommandTest {

    private static final int CANNOT = 1;
    private static final int WRONG = 2;

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void has_nothing_to_talk_to_where_nothing_runs() {
        assertThat(redrive("candles.dlq")).isEqualTo(CANNOT);
        assertThat(said.toString()).contains("nothing runs here: ./fluxhero up starts it");
    }

    @ParameterizedTest
    @CsvSource({
        "candles,0,'candles' is no topic of dead letters: those of candles are on candles.dlq",
        "portfolio.dlq,0,an old one would take the place of what is true now",
        "candles.dlq,9-3,--offsets 9-3 ends before it begins",
        "candles.dlq,all,'--offsets must look like 3, 5-9'"
    })
    void refuses_what_makes_no_sense(String topic, String offsets, String reason) {
        assertThat(redrive(topic, "--offsets", offsets)).isEqualTo(WRONG);
        assertThat(said.toString()).contains(reason);
    }

    private int redrive(String... options) {
        CommandLine fluxhero = FluxHero.commandLine();
        fluxhero.setErr(new PrintWriter(said));
        List<String> arguments = new ArrayList<>(List.of("redrive", "--data-dir", folder.toString()));
        arguments.addAll(List.of(options));
        return fluxhero.execute(arguments.toArray(String[]::new));
    }
}
