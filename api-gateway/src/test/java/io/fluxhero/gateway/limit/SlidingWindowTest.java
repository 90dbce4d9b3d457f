package io.fluxhero.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    private final SlidingWindow window = new SlidingWindow(3, Duration.ofSeconds(60));

    @Test
    void counts_down_and_then_refuses() {
        assertThat(window.hit("a", START).remaining()).isEqualTo(2);
        assertThat(window.hit("a", START.plusSeconds(1)).remaining()).isEqualTo(1);
        assertThat(window.hit("a", START.plusSeconds(2)).remaining()).isZero();

        SlidingWindow.Answer fourth = window.hit("a", START.plusSeconds(10));

        assertThat(fourth.admitted()).isFalse();
        assertThat(fourth.limit()).isEqualTo(3);
        assertThat(fourth.seconds()).isEqualTo(50);
    }

    @Test
    void gives_no_double_burst_at_the_edge_of_a_window() {
        window.hit("a", START.plusSeconds(58));
        window.hit("a", START.plusSeconds(59));
        window.hit("a", START.plusSeconds(59));

        assertThat(window.hit("a", START.plusSeconds(61)).admitted()).isFalse();
        assertThat(window.hit("a", START.plusSeconds(118)).admitted()).isTrue();
    }

    @Test
    void does_not_count_refused_hits() {
        for (int i = 0; i < 10; i++) {
            window.hit("a", START);
        }

        assertThat(window.hit("a", START.plusSeconds(60)).remaining()).isEqualTo(2);
    }

    @Test
    void keeps_clients_apart() {
        for (int i = 0; i < 3; i++) {
            window.hit("a", START);
        }

        assertThat(window.hit("a", START).admitted()).isFalse();
        assertThat(window.hit("b", START).admitted()).isTrue();
    }

    @Test
    void peeks_without_counting() {
        window.peek("a", START);

        assertThat(window.hit("a", START).remaining()).isEqualTo(2);
    }

    @Test
    void asks_to_wait_at_least_one_second() {
        SlidingWindow.Answer answer = new SlidingWindow.Answer(false, 1, 0, Duration.ofMillis(3));

        assertThat(answer.seconds()).isEqualTo(1);
    }
}
