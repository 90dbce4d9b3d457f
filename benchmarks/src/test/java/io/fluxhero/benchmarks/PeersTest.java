package io.fluxhero.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.market.CandleSeries;
import org.junit.jupiter.api.Test;

class PeersTest {

    /** Who trades much less, or much more, does another work than we do. */
    @Test
    void the_rules_of_the_peer_open_about_as_many_positions_as_ours() {
        CandleSeries bars = Market.bars(60_000);
        int ours = Backtest.run(OurEngine.config(), OurEngine.history(bars), BacktestOptions.defaults())
                .trades()
                .size();

        assertThat(new Ta4j(bars).backtest()).isCloseTo(ours, withinPercentage(5));
    }

    @Test
    void the_order_in_which_the_peer_asks_changes_none_of_its_trades() {
        Ta4j peer = new Ta4j(Market.bars(60_000));

        assertThat(peer.backtestByTheRarest()).isEqualTo(peer.backtest()).isPositive();
    }
}
