package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ParityCommandTest {

    private static final int CANNOT_CHECK = 2;

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void cannot_check_where_nothing_runs() {
        assertThat(parity()).isEqualTo(CANNOT_CHECK);
        assertThat(said.toString()).contains("nothing is running");
    }

    @ParameterizedTest
    @CsvSource({
        "--from,yesterday,--from must be a date",
        "--to,2004-13-01,--to must be a date",
        "--set,no-such-rule=1,no setting 'no-such-rule'",
        "--set,entry-band-atr=-1,entry"
    })
    void refuses_what_makes_no_sense(String option, String value, String reason) {
        assertThat(parity(option, value)).isEqualTo(CANNOT_CHECK);
        assertThat(said.toString()).contains(reason);
    }

    @Test
    void refuses_a_window_that_ends_before_it_begins() {
        assertThat(parity("--from", "2005-01-01", "--to", "2004-12-31")).isEqualTo(CANNOT_CHECK);
        assertThat(said.toString()).contains("is after --to");
    }

    private int parity(String... options) {
        CommandLine fluxhero = FluxHero.commandLine();
        fluxhero.setErr(new PrintWriter(said));
        String[] arguments = new String[options.length + 4];
        arguments[0] = "verify";
        arguments[1] = "parity";
        arguments[2] = "--data-dir";
        arguments[3] = folder.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return fluxhero.execute(arguments);
    }
}
