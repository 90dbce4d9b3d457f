package io.fluxhero.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.launcher.home.RunState.Audited;
import io.fluxhero.launcher.home.RunState.Health;
import io.fluxhero.launcher.home.RunState.Phase;
import io.fluxhero.launcher.home.RunState.ServiceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateFileTest {

    @TempDir
    private Path folder;

    private RunStateFile file;

    @BeforeEach
    void creates_the_folder() throws IOException {
        StateFolder state = new StateFolder(folder.resolve("stack"));
        state.create();
        file = new RunStateFile(state);
    }

    @Test
    void knows_nothing_before_the_first_run() {
        assertThat(file.read()).isEmpty();
    }

    @Test
    void reads_what_it_wrote() {
        file.write(aState(Phase.READY));

        assertThat(file.read()).contains(aState(Phase.READY));
    }

    @Test
    void forgets_on_request() {
        file.write(aState(Phase.READY));
        file.delete();

        assertThat(file.read()).isEmpty();
    }

    @Test
    void is_whole_whenever_it_is_read() {
        file.write(aState(Phase.STARTING));
        Thread writer = Thread.ofPlatform()
                .start(() -> IntStream.range(0, 200)
                        .forEach(turn -> file.write(aState(turn % 2 == 0 ? Phase.READY : Phase.STOPPING))));

        while (writer.isAlive()) {
            assertThat(file.read()).isPresent();
        }
    }

    private static RunState aState(Phase phase) {
        ProcessMark mark = new ProcessMark(4711, Instant.parse("2026-01-02T03:04:05.678Z"));
        return new RunState(
                phase,
                mark,
                "http://localhost:8000",
                "http://localhost:3000",
                "http://127.0.0.1:8001",
                "127.0.0.1:9092",
                "jdbc:postgresql://127.0.0.1:5432/fluxhero",
                mark,
                mark,
                List.of(new ServiceState(
                        "risk-service", Health.RESTARTING, null, "http://127.0.0.1:8003", 2, "risk.log")),
                null,
                new Audited(Instant.parse("2026-01-02T03:05:05Z"), "VIOLATED", List.of("I4 every position")));
    }
}
