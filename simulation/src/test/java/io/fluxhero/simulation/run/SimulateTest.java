package io.fluxhero.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulateTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @BeforeAll
    static void nobody_reads_the_log() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void reports_seeds_and_coverage() throws InterruptedException {
        int code = Simulate.run(List.of("--seeds", "20", "--from", "3", "--threads", "2"), out, out);

        assertThat(code).isZero();
        assertThat(text()).contains("20 seeds from 3").contains("violations 0").contains("TIMEOUT_ACCEPTED");
    }

    @Test
    void tells_one_seed_whole() throws InterruptedException {
        int code = Simulate.run(List.of("--seeds", "1", "--from", "3", "--trace"), out, out);

        assertThat(code).isZero();
        assertThat(text()).contains("broker.pass").contains("hash ");
    }

    @Test
    void refuses_what_makes_no_sense() throws InterruptedException {
        assertThat(Simulate.run(List.of("--seeds", "0"), out, out)).isEqualTo(2);
        assertThat(Simulate.run(List.of("--seeds", "many"), out, out)).isEqualTo(2);
        assertThat(Simulate.run(List.of("--wishes", "3"), out, out)).isEqualTo(2);
        assertThat(Simulate.run(List.of("--seeds"), out, out)).isEqualTo(2);
        assertThat(text()).contains("at least 1").contains("whole number").contains("--wishes");
    }
}
