package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Several symbols share one account: its cash, its limits and its halts (domain specification i.1, i.5). */
class OneCashPoolTest {

    /** Buys at the close of bars so many apart, from the second on, with a stop so far away. */
    private record Buys(Side side, int every, double stopRatio) implements Strategy {

        @Override
        public String name() {
            return "buys";
        }

        @Override
        public List<Signal> onBar(BarView bars) {
            double close = bars.close();
            return (bars.size() - 2) % every == 0
                    ? List.of(Signal.enter(side, close, close * (1 - side.sign() * stopRatio), "in"))
                    : List.of();
        }

        @Override
        public Verdict verdict() {
            return Verdict.missing("not now", 0, 0);
        }
    }

    private static List<Candle> market(double... closes) {
        List<Candle> bars = new ArrayList<>();
        double open = closes[0];
        for (int i = 0; i < closes.length; i++) {
            double high = Math.max(open, closes[i]);
            bars.add(new Candle(Markets.day(i), open, high, Math.min(open, closes[i]), closes[i], 1_000_000));
            open = closes[i];
        }
        return bars;
    }

    private static BacktestResult run(SortedMap<String, List<Candle>> bars, Strategy strategy, CostModel costs) {
        BacktestConfig config = new BacktestConfig(
                Timeframe.D1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                costs,
                Micros.of(100_000.0),
                Markets.day(0),
                0.04);
        return Backtest.run(config, MarketHistory.ofCandles(bars), BacktestOptions.defaults(), symbol -> strategy);
    }

    private static SortedMap<String, List<Candle>> each(List<Candle> bars, String... symbols) {
        TreeMap<String, List<Candle>> market = new TreeMap<>();
        for (String symbol : symbols) {
            market.put(symbol, bars);
        }
        return market;
    }

    @Test
    void signals_of_one_time_are_served_in_symbol_order_until_the_limit_is_reached() {
        BacktestResult result = run(
                each(market(100, 100, 100, 100), "CCC", "AAA", "DDD", "BBB"),
                new Buys(Side.LONG, 100, 0.04),
                CostModel.none());

        assertThat(result.openPositions())
                .extracting(AccountState.Position::symbol, AccountState.Position::shares)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AAA", 200L),
                        org.assertj.core.groups.Tuple.tuple("BBB", 200L),
                        org.assertj.core.groups.Tuple.tuple("CCC", 100L));
        assertThat(result.denied()).extracting(Decision.Denied::code).containsExactly("REJECTED_TOTAL_EXPOSURE");
    }

    @Test
    void a_short_earns_where_prices_fall_and_pays_both_commissions() {
        BacktestResult result = run(
                each(market(100, 100, 100, 90, 80, 112, 112), "AAA"),
                new Buys(Side.SHORT, 100, 0.1),
                CostModel.defaults());

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.side()).isEqualTo(Side.SHORT);
        assertThat(trade.exitReason()).isEqualTo(ExitReason.STOP);
        assertThat(trade.mfeMicros()).isEqualTo(trade.shares() * (trade.entryPriceMicros() - Micros.of(80.0)));
        assertThat(trade.commissionMicros()).isEqualTo(2 * trade.shares() * Micros.of(0.005));
        assertThat(Micros.of(result.equity()[6])).isEqualTo(Micros.of(100_000.0) + trade.pnlMicros());
    }

    @Test
    void five_full_losers_in_a_row_cost_less_than_six_percent_and_stop_nothing() {
        double[] closes = new double[24];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % 4 == 3 ? 90 : 100;
        }
        BacktestResult result = run(each(market(closes), "AAA"), new Buys(Side.LONG, 4, 0.05), CostModel.defaults());

        assertThat(result.trades()).hasSizeGreaterThanOrEqualTo(5).allMatch(trade -> trade.pnlMicros() < 0);
        assertThat(result.metrics().maxDrawdownPct()).isGreaterThan(-6.5);
        assertThat(result.alerts()).isEmpty();
    }

    @Test
    void a_loss_of_three_percent_in_a_session_closes_all_symbols() {
        BacktestResult result = run(
                each(market(100, 100, 100, 93, 93, 93), "AAA", "BBB", "CCC", "DDD", "EEE"),
                new Buys(Side.LONG, 100, 0.1),
                CostModel.none());

        assertThat(result.alerts()).extracting(Decision.Alert::code).containsExactly("DAILY_LOSS", "NEW_SESSION");
        assertThat(result.trades())
                .hasSize(5)
                .allMatch(trade -> trade.exitReason() == ExitReason.HALT && trade.exitTime() == Markets.day(4));
    }
}
