package io.fluxhero.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.launcher.home.RunState.Health;
import io.fluxhero.launcher.home.RunState.Phase;
import io.fluxhero.launcher.home.RunState.ServiceState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    private Process process;

    @BeforeEach
    void starts_a_process() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void ends_it() {
        process.destroyForcibly();
    }

    @Test
    void ends_a_process_that_the_record_names() {
        ProcessMark mark = ProcessMark.of(process.toHandle()).orElseThrow();

        assertThat(Leftovers.end(recordOf(mark))).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void spares_a_later_process_with_the_same_number() {
        ProcessMark mark = ProcessMark.of(process.toHandle()).orElseThrow();
        ProcessMark before = new ProcessMark(mark.pid(), mark.startedAt().minus(Duration.ofHours(1)));

        assertThat(Leftovers.end(recordOf(before))).isZero();
        assertThat(process.isAlive()).isTrue();
    }

    private static RunState recordOf(ProcessMark mark) {
        ServiceState service = new ServiceState("risk-service", Health.READY, mark, "", 0, "");
        return new RunState(Phase.READY, mark, "", "", "", "", "", null, null, List.of(service), null, null);
    }
}
