package io.fluxhero.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final int MOST_PER_MINUTE = 5;
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Restarts restarts = new Restarts(MOST_PER_MINUTE);

    @Test
    void waits_longer_with_every_death() {
        assertThat(restarts.afterDeathAt(NOON)).contains(Duration.ofMillis(250));
        assertThat(restarts.afterDeathAt(NOON)).contains(Duration.ofMillis(500));
        assertThat(restarts.afterDeathAt(NOON)).contains(Duration.ofSeconds(1));
    }

    @Test
    void gives_up_after_five_restarts_in_a_minute() {
        for (int death = 0; death < MOST_PER_MINUTE; death++) {
            assertThat(restarts.afterDeathAt(NOON.plusSeconds(death))).isPresent();
        }

        assertThat(restarts.afterDeathAt(NOON.plusSeconds(30))).isEmpty();
        assertThat(restarts.total()).isEqualTo(MOST_PER_MINUTE);
    }

    @Test
    void forgets_deaths_older_than_a_minute() {
        for (int death = 0; death < MOST_PER_MINUTE; death++) {
            restarts.afterDeathAt(NOON);
        }

        assertThat(restarts.afterDeathAt(NOON.plusSeconds(61))).contains(Duration.ofMillis(250));
    }
}
