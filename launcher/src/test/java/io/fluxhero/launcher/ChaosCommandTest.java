package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ChaosCommandTest {

    private static final int REFUSED = 2;

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--cycles,0,--cycles must be at least 1",
        "--cycles,many,--cycles",
        "--targets,moon,no such target: 'moon'; there are market-data",
        "--targets,'',no such target: ''",
        "--speed,0,--speed must be above 0",
        "--speed,NaN,--speed must be above 0",
        "--json,/no/such/folder/report.json,there is no folder"
    })
    void refuses_what_makes_no_sense(String option, String value, String reason) {
        assertThat(chaos(option, value)).isEqualTo(REFUSED);
        assertThat(said.toString()).contains(reason);
    }

    @Test
    void never_drops_a_stack_that_is_not_its_own() throws Exception {
        Files.createDirectories(folder.resolve("postgres/data"));

        assertThat(chaos("--cycles", "1")).isEqualTo(REFUSED);
        assertThat(said.toString()).contains("holds a stack that chaos has not made");
        assertThat(folder.resolve("postgres/data")).exists();
    }

    private int chaos(String option, String value) {
        CommandLine fluxhero = FluxHero.commandLine();
        fluxhero.setErr(new PrintWriter(said));
        return fluxhero.execute("chaos", option, value, "--data-dir", folder.toString());
    }
}
