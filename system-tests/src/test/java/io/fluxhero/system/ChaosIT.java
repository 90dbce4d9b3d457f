package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Twenty blows to a running stack, half of them aimed at an order in flight; the books must not show one of them. */
class ChaosIT {

    private static final int CYCLES = 20;

    @Test
    void loses_and_doubles_nothing_whoever_is_killed() throws Exception {
        Path json = Path.of("target", "chaos.json").toAbsolutePath();
        RunningStack stack = new RunningStack("chaos");

        RunningStack.Answer answer = stack.run(
                Duration.ofMinutes(10),
                "chaos",
                "--cycles",
                String.valueOf(CYCLES),
                "--seed",
                "20260105",
                "--json",
                json.toString());

        assertThat(answer.exit()).as(answer.said()).isZero();
        JsonNode report = RunningStack.JSON.readTree(json.toFile());
        assertThat(report.path("cycles").asInt()).isEqualTo(CYCLES);
        assertThat(report.path("kills").asInt()).isGreaterThan(CYCLES / 2);
        assertThat(report.path("with_order_in_flight").asInt()).isPositive();
        assertThat(report.path("audits_at_rest").asInt()).isEqualTo(1);
        assertThat(report.path("orders").asLong()).isGreaterThan(CYCLES);
        assertThat(report.path("fills").asLong()).isGreaterThan(CYCLES);
        for (String harm : new String[] {"lost", "doubled", "orphans"}) {
            assertThat(report.path(harm).asInt()).as(harm).isZero();
        }
        assertThat(report.path("violations")).isEmpty();
        assertThat(stack.status().path("phase").asText()).isEqualTo("STOPPED");
    }
}
