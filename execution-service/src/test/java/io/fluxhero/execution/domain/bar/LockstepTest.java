package io.fluxhero.execution.domain.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockstepTest {

    private static final Instant FIRST = Instant.parse("2020-03-02T05:00:00Z");

    private final BarsInMemory queue = new BarsInMemory();
    private final List<String> settled = new ArrayList<>();
    private Lockstep lockstep = Lockstep.START;

    @Test
    void the_first_bar_needs_no_decision() {
        candle("SPX", 0);

        assertThat(settled).containsExactly("0 SPX");
    }

    @Test
    void a_bar_waits_for_the_decision_on_the_one_before() {
        candle("SPX", 0);
        candle("SPX", 1);
        candle("SPX", 2);
        assertThat(settled).containsExactly("0 SPX");

        decided(0);
        assertThat(settled).containsExactly("0 SPX", "1 SPX");

        decided(1);
        assertThat(settled).containsExactly("0 SPX", "1 SPX", "2 SPX");
    }

    @Test
    void a_decision_that_is_already_there_lets_the_next_bar_pass_on_arrival() {
        candle("SPX", 0);
        decided(0);

        candle("SPX", 1);

        assertThat(settled).containsExactly("0 SPX", "1 SPX");
    }

    @Test
    void another_symbol_of_the_same_time_need_not_wait() {
        candle("SPX", 0);

        candle("QQQ", 0);

        assertThat(settled).containsExactly("0 SPX", "0 QQQ");
    }

    @Test
    void symbols_that_wait_together_pass_in_their_order() {
        candle("SPX", 0);
        candle("SPX", 1);
        candle("QQQ", 1);

        decided(0);

        assertThat(settled).containsExactly("0 SPX", "1 QQQ", "1 SPX");
    }

    @Test
    void a_late_bar_passes_at_once_and_opens_nothing_new() {
        candle("SPX", 0);
        decided(0);
        candle("SPX", 1);
        candle("SPX", 2);

        candle("QQQ", 0);

        assertThat(settled).containsExactly("0 SPX", "1 SPX", "0 QQQ");
    }

    @Test
    void a_repeat_changes_nothing() {
        candle("SPX", 0);
        candle("SPX", 0);
        decided(0);
        decided(0);
        candle("SPX", 0);

        assertThat(settled).containsExactly("0 SPX");
    }

    @Test
    void an_old_decision_does_not_take_a_later_one_back() {
        candle("SPX", 0);
        decided(0);
        candle("SPX", 1);
        decided(1);

        decided(0);
        candle("SPX", 2);

        assertThat(settled).containsExactly("0 SPX", "1 SPX", "2 SPX");
    }

    private void candle(String symbol, int day) {
        queue.add(bar(symbol, day));
        lockstep = queue.advance(lockstep, this::settle);
    }

    private void decided(int day) {
        lockstep = queue.advance(lockstep.decidedUpTo(time(day)), this::settle);
    }

    private void settle(List<Bar> bars) {
        for (Bar bar : bars) {
            settled.add(Duration.between(FIRST, bar.openTime()).toDays() + " " + bar.symbol());
        }
    }

    private static Instant time(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }

    private static Bar bar(String symbol, int day) {
        BigDecimal price = BigDecimal.valueOf(100 + day);
        return new Bar(symbol, "1d", time(day), price, price, price, price, 1, "cnd-" + symbol + day, time(day + 1));
    }
}
