package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three made-up markets compete for one account, while one service after another is killed on the way. */
class KilledServicesIT {

    private static final int BARS = 1_600;
    private static final Duration BETWEEN_DEATHS = Duration.ofDays(250);
    private static final List<String> VICTIMS =
            List.of("market-data-service", "signal-service", "risk-service", "execution-service");
    private static final RunningStack STACK =
            new RunningStack("killed", Map.of("FLUXHERO_MARKET_DATA_SYNTHETIC_BARS", String.valueOf(BARS)));

    @BeforeAll
    static void starts() {
        STACK.up("--fresh", "--feed", "synthetic", "--symbols", "ALPHA,BETA,GAMMA", "--speed", "100");
    }

    @AfterAll
    static void stops() {
        STACK.down();
    }

    @Test
    void trades_as_the_backtest_over_one_cash_pool_whoever_dies_on_the_way() {
        Api api = STACK.api();
        Progress progress = new Progress(STACK);
        Instant next =
                Instant.parse(api.get("/api/symbols").path(0).path("live_from").asText());

        for (String victim : VICTIMS) {
            next = next.plus(BETWEEN_DEATHS);
            progress.awaitBarAfter(next);
            kill(victim);
        }
        progress.awaitTheEnd();

        List<RoundTrip> paper = api.closedTrades();
        assertThat(paper.stream().map(RoundTrip::symbol).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("ALPHA", "BETA", "GAMMA");
        assertThat(paper).hasSizeGreaterThan(10).isEqualTo(api.sameBarsInOneLoop("ALPHA", "BETA", "GAMMA"));
        RunningStack.Answer again = STACK.run("verify", "parity");
        assertThat(again.exit()).as(again.said()).isZero();
        for (JsonNode service : STACK.status().path("services")) {
            int deaths = VICTIMS.contains(service.path("name").asText()) ? 1 : 0;
            assertThat(service.path("restarts").asInt())
                    .as(service.path("name").asText())
                    .isEqualTo(deaths);
        }
    }

    private static void kill(String victim) {
        long pid = STACK.service(victim).path("pid").asLong();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        await().atMost(Patience.of(Duration.ofSeconds(90)))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    JsonNode service = STACK.service(victim);
                    return service.path("state").asText().equals("READY")
                            && service.path("pid").asLong() != pid;
                });
    }
}
