package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TradeEdgeTest {

    private static final double[] PNLS = {100, 50, -30, 0, -20, -10, 150};

    @Test
    void sums_up_what_a_trade_is_worth() {
        TradeEdge edge = TradeEdge.of(PNLS, new double[] {2, 1, -1, Double.NaN, -1, -0.5, 3});

        assertThat(edge.expectancy()).isCloseTo(240 / 7.0, within(1e-12));
        assertThat(edge.averageR()).isCloseTo(3.5 / 6, within(1e-12));
        assertThat(edge.longestWinStreak()).isEqualTo(2);
        assertThat(edge.longestLossStreak()).isEqualTo(2);
        assertThat(edge.bestTrade()).isEqualTo(150);
        assertThat(edge.worstTrade()).isEqualTo(-30);
        assertThat(edge.systemQuality()).isEqualTo(TradeEdge.systemQuality(PNLS));
        // 3 of 7 won 100 on average, the others lost 15.
        assertThat(edge.kelly()).isCloseTo(3 / 7.0 - 4 / 7.0 / (100 / 15.0), within(1e-12));
    }

    @Test
    void system_quality_is_of_the_r_multiples_where_all_are_known() {
        double[] multiples = {1, 2, 3};

        // Mean 2, deviation 1.
        assertThat(TradeEdge.of(new double[] {5, 5, 9}, multiples).systemQuality())
                .isCloseTo(2 * Math.sqrt(3), within(1e-12));
        assertThat(TradeEdge.systemQuality(new double[] {1})).isNaN();
        assertThat(TradeEdge.systemQuality(new double[] {1, 1})).isNaN();
    }

    @Test
    void kelly_stays_within_nothing_and_everything() {
        assertThat(TradeEdge.kelly(0.5, 200, 100)).isEqualTo(0.25);
        assertThat(TradeEdge.kelly(0.2, 100, 100)).isZero();
        assertThat(TradeEdge.kelly(0, 100, 100)).isNaN();
        assertThat(TradeEdge.kelly(1, 100, 100)).isNaN();
        assertThat(TradeEdge.kelly(0.5, 100, 0)).isNaN();
        assertThat(TradeEdge.kelly(0.5, Double.NaN, 100)).isNaN();
    }

    @Test
    void break_even_ends_both_streaks() {
        assertThat(TradeEdge.longestStreak(new double[] {1, 0, 1, 1, -1, 0, -1}, 1))
                .isEqualTo(2);
        assertThat(TradeEdge.longestStreak(new double[] {1, 0, 1, 1, -1, 0, -1}, -1))
                .isEqualTo(1);
    }

    @Test
    void without_trades_nothing_is_known() {
        TradeEdge edge = TradeEdge.of(new double[0], new double[0]);

        assertThat(new double[] {edge.expectancy(), edge.averageR(), edge.kelly(), edge.bestTrade(), edge.worstTrade()})
                .containsOnly(Double.NaN);
        assertThat(edge.longestWinStreak()).isZero();
    }
}
