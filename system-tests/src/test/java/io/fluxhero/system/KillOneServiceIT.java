package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same run, while one service after another is killed in the middle of it. */
class KillOneServiceIT {

    private static final RunningStack STACK = new RunningStack("kill");

    @BeforeAll
    static void starts() {
        STACK.up("--fresh", "--speed", "200");
    }

    @AfterAll
    static void stops() {
        STACK.down();
    }

    @Test
    void trades_the_same_when_services_are_killed_on_the_way() {
        Progress progress = new Progress(STACK);
        Map<Integer, String> victims = new LinkedHashMap<>();
        victims.put(2003, "market-data-service");
        victims.put(2006, "signal-service");
        victims.put(2009, "risk-service");
        victims.put(2012, "execution-service");

        victims.forEach((year, victim) -> {
            progress.awaitYear(year);
            kill(victim);
        });
        progress.awaitTheEnd();

        Api api = STACK.api();
        List<RoundTrip> paper = api.closedTrades();
        assertThat(paper).hasSizeGreaterThan(10).isEqualTo(api.backtestTrades());
        for (JsonNode service : STACK.status().path("services")) {
            int killed = victims.containsValue(service.path("name").asText()) ? 1 : 0;
            assertThat(service.path("restarts").asInt())
                    .as(service.path("name").asText())
                    .isEqualTo(killed);
        }
    }

    private static void kill(String victim) {
        long pid = STACK.service(victim).path("pid").asLong();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    JsonNode service = STACK.service(victim);
                    return service.path("state").asText().equals("READY")
                            && service.path("pid").asLong() != pid;
                });
    }
}
