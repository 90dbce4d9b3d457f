package io.fluxhero.marketdata.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacingTest {

    private static final Instant START = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void gives_the_first_bar_at_once_and_the_others_at_their_time() {
        Pacing pacing = new Pacing(Speed.parse("5"), START);

        assertThat(pacing.due(START, 500)).isEqualTo(1);
        pacing.did(1);
        assertThat(pacing.due(START.plusMillis(199), 500)).isZero();
        assertThat(pacing.untilNext(START.plusMillis(150))).isEqualTo(Duration.ofMillis(50));
        assertThat(pacing.due(START.plusMillis(200), 500)).isEqualTo(1);
    }

    @Test
    void catches_up_after_a_short_delay() {
        Pacing pacing = new Pacing(Speed.parse("10"), START);
        pacing.did(1);

        assertThat(pacing.due(START.plusSeconds(1), 500)).isEqualTo(10);
        assertThat(pacing.due(START.plusSeconds(1), 4)).isEqualTo(4);
    }

    @Test
    void does_not_hurry_after_what_a_long_standstill_cost() {
        Pacing pacing = new Pacing(Speed.parse("10"), START);
        pacing.did(1);

        Instant later = START.plusSeconds(3_600);
        assertThat(pacing.due(later, 500)).isEqualTo(1);
        pacing.did(1);
        assertThat(pacing.untilNext(later)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void counts_exactly_over_an_hour() {
        Pacing pacing = new Pacing(Speed.parse("3"), START);
        long steps = 0;
        for (Instant now = START; !now.isAfter(START.plusSeconds(3_600)); now = now.plusMillis(7)) {
            int due = pacing.due(now, 500);
            pacing.did(due);
            steps += due;
        }

        assertThat(steps).isEqualTo(10_800);
    }

    @Test
    void holds_nothing_back_at_full_speed() {
        Pacing pacing = new Pacing(Speed.parse("max"), START);

        assertThat(pacing.due(START, 500)).isEqualTo(500);
        pacing.did(500);
        assertThat(pacing.due(START, 500)).isEqualTo(500);
        assertThat(pacing.untilNext(START)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "", "NaN", "Infinity", "10001"})
    void refuses_a_speed_that_is_none(String text) {
        assertThatThrownBy(() -> Speed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
