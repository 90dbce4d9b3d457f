package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ModeWeightsTest {

    private static final double EQUITY = 100_000;

    @Test
    void a_loss_over_twenty_trades_takes_a_tenth_once() {
        ModeWeights weights = traded(ModeWeights.full(), Mode.TREND, 20, -10).rebalanced();

        assertThat(weights.of(Mode.TREND)).isEqualTo(0.9);
        assertThat(weights.rebalanced().of(Mode.TREND)).isEqualTo(0.9);
        assertThat(weights.of(Mode.MEAN_REVERSION)).isEqualTo(1);
        assertThat(weights.of(Mode.NEUTRAL)).isEqualTo(1);
    }

    @Test
    void fewer_than_twenty_trades_wait_for_the_next_time() {
        ModeWeights waiting =
                traded(ModeWeights.full(), Mode.MEAN_REVERSION, 19, -10).rebalanced();
        assertThat(waiting.of(Mode.MEAN_REVERSION)).isEqualTo(1);

        assertThat(traded(waiting, Mode.MEAN_REVERSION, 1, -10).rebalanced().of(Mode.MEAN_REVERSION))
                .isEqualTo(0.9);
    }

    @Test
    void a_weight_never_falls_below_one_half() {
        ModeWeights weights = ModeWeights.full();
        for (int month = 0; month < 12; month++) {
            weights = traded(weights, Mode.TREND, 20, -10).rebalanced();
        }

        assertThat(weights.of(Mode.TREND)).isEqualTo(0.5);
    }

    @Test
    void the_better_mode_gets_a_tenth_back_where_both_can_be_judged() {
        ModeWeights lowered = traded(ModeWeights.full(), Mode.TREND, 20, -10).rebalanced();

        ModeWeights alone = traded(lowered, Mode.TREND, 20, 10).rebalanced();
        ModeWeights compared = traded(traded(lowered, Mode.TREND, 20, 10), Mode.MEAN_REVERSION, 20, 5)
                .rebalanced();
        ModeWeights equal = traded(traded(lowered, Mode.TREND, 20, 10), Mode.MEAN_REVERSION, 20, 10)
                .rebalanced();

        assertThat(alone.of(Mode.TREND)).isEqualTo(0.9);
        assertThat(compared.of(Mode.TREND)).isEqualTo(1);
        assertThat(compared.of(Mode.MEAN_REVERSION)).isEqualTo(1);
        assertThat(equal.of(Mode.TREND)).isEqualTo(0.9);
    }

    @Test
    void a_mode_that_won_half_of_its_trades_gets_nothing_back() {
        ModeWeights weights =
                traded(ModeWeights.full(), Mode.MEAN_REVERSION, 20, -10).rebalanced();
        weights = traded(traded(weights, Mode.MEAN_REVERSION, 10, 30), Mode.MEAN_REVERSION, 10, -1);

        assertThat(traded(weights, Mode.TREND, 20, 1).rebalanced().of(Mode.MEAN_REVERSION))
                .isEqualTo(0.9);
    }

    @Test
    void judges_on_the_first_session_of_a_month() {
        ModeWeights weights = ModeWeights.full().onSession(LocalDate.of(2024, 1, 31));
        weights = traded(weights, Mode.TREND, 20, -10);

        assertThat(weights.onSession(LocalDate.of(2024, 1, 31)).of(Mode.TREND)).isEqualTo(1);
        ModeWeights february = weights.onSession(LocalDate.of(2024, 2, 1));
        assertThat(february.of(Mode.TREND)).isEqualTo(0.9);
        ModeWeights again = traded(february, Mode.TREND, 20, -10);
        assertThat(again.onSession(LocalDate.of(2024, 2, 2)).of(Mode.TREND)).isEqualTo(0.9);
        assertThat(again.onSession(LocalDate.of(2025, 2, 3)).of(Mode.TREND)).isEqualTo(0.8);
    }

    @Test
    void the_first_session_judges_nothing() {
        ModeWeights weights = traded(ModeWeights.full(), Mode.TREND, 20, -10);

        assertThat(weights.onSession(LocalDate.of(2024, 2, 1)).of(Mode.TREND)).isEqualTo(1);
    }

    @Test
    void performance_counts_what_it_says() {
        ModePerformance performance = ModePerformance.none();
        for (double pnl : new double[] {100, -50, 0, 150}) {
            performance = performance.with(pnl, 1_000);
        }

        assertThat(performance.trades()).isEqualTo(4);
        assertThat(performance.wins()).isEqualTo(2);
        assertThat(performance.losses()).isEqualTo(2);
        assertThat(performance.winRate()).isEqualTo(0.5);
        assertThat(performance.totalPnl()).isEqualTo(200);
        assertThat(performance.maxPnlDrawdown()).isEqualTo(0.5);
        assertThat(performance.maxEquityDrawdown()).isCloseTo(50.0 / 1_100, within(1e-12));
        // Returns 0.1, -0.05, 0, 0.15: mean 0.05, sample deviation 0.0912871.
        assertThat(performance.sharpePerTrade()).isCloseTo(0.547723, within(1e-6));
    }

    @Test
    void sharpe_is_undefined_without_spread() {
        assertThat(ModePerformance.none().sharpePerTrade()).isNaN();
        assertThat(ModePerformance.none().with(1, 100).sharpePerTrade()).isNaN();
        assertThat(ModePerformance.none().with(0, 100).with(0, 100).sharpePerTrade())
                .isNaN();
        assertThat(ModePerformance.none().winRate()).isZero();
    }

    private static ModeWeights traded(ModeWeights weights, Mode mode, int trades, double pnl) {
        ModeWeights after = weights;
        for (int i = 0; i < trades; i++) {
            after = after.closed(mode, pnl, EQUITY);
        }
        return after;
    }
}
