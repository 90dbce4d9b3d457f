package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the totals of a run are made of, by hand. */
class RunTotalsTest {

    /** Half a cent a share, 0.01 %, and no more than a tenth of a bar's volume. */
    private static final CostModel CAPPED = new CostModel(0.005, 0.0001, 0.1, 0.0005, 0.1);

    private static Candle bar(int day, double price, long volume) {
        return new Candle(Markets.day(day), price, price + 1, price - 1, price, volume);
    }

    /** 100 shares are bought at 100.01, and sold at 109.989 as far as volumes let them. */
    private static BacktestResult run(long exitVolume) {
        return run(List.of(
                bar(0, 100, 10_000),
                bar(1, 100, 10_000),
                bar(2, 105, 10_000),
                bar(3, 110, exitVolume),
                bar(4, 110, 10_000),
                bar(5, 110, 10_000)));
    }

    /** An entry of 100 shares is decided at the first close, the exit at the third. */
    private static BacktestResult run(List<Candle> market) {
        Signal entry = Given.anEntry(Mode.TREND, Side.LONG, 100, 90);
        Signal exit = Given.anExit(Mode.TREND, Side.LONG, 105);
        Map<Integer, Signal> said = Map.of(0, entry, 2, exit);
        BacktestConfig config = new BacktestConfig(
                Timeframe.D1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                CAPPED,
                Micros.of(100_000),
                Long.MIN_VALUE,
                0.04);
        TreeMap<String, List<Candle>> bars = new TreeMap<>(Map.of("SPY", market));
        return Backtest.run(
                config,
                BacktestOptions.defaults(),
                MarketHistory.ofCandles(bars),
                (symbol, series) -> new Says(series, said));
    }

    private record Says(CandleSeries series, Map<Integer, Signal> said) implements Voice {
        @Override
        public List<Signal> onBar(int index) {
            Signal signal = said.get(index);
            return signal == null ? List.of() : List.of(signal);
        }

        @Override
        public double atr() {
            return Double.NaN;
        }

        @Override
        public Verdict verdict() {
            return Verdict.warmingUp(0, 1);
        }
    }

    @Test
    void costs_are_those_of_entry_and_exit() {
        BacktestResult result = run(10_000);

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.shares()).isEqualTo(100);
        assertThat(trade.commissionMicros()).isEqualTo(Micros.of(1));
        assertThat(trade.slippageMicros()).isEqualTo(Micros.of(100 * 0.01 + 100 * 0.011));
        assertThat(trade.pnlMicros()).isEqualTo(Micros.of(100 * (109.989 - 100.01) - 1));
        assertThat(result.metrics().totalCommission()).isCloseTo(1, within(1e-9));
        assertThat(result.metrics().totalSlippage()).isCloseTo(2.1, within(1e-9));
        assertThat(result.metrics().finalEquity()).isCloseTo(100_996.9, within(1e-9));
        assertThat(result.metrics().annualizedReturnPct())
                .as("0.9969 % in five days")
                .isEqualTo(EquityCurve.annualizedReturnPct(result.metrics().totalReturnPct(), 5))
                .isPositive();
    }

    @Test
    void a_position_bought_in_two_parts_costs_their_mean_and_what_that_lost_to_rounding() {
        BacktestResult result = run(List.of(
                bar(0, 100, 10_000),
                bar(1, 100, 590),
                bar(2, 105.000037, 10_000),
                bar(3, 110, 10_000),
                bar(4, 110, 10_000)));

        ClosedTrade trade = result.trades().getFirst();
        assertThat(trade.shares()).isEqualTo(100);
        assertThat(trade.entryPriceMicros())
                .as("59 at 100.01 and 41 at 105.010537 cost 10206.022017")
                .isEqualTo(Micros.of(102.060220));
        assertThat(trade.commissionMicros()).isEqualTo(Micros.of(1) + 17);
        assertThat(trade.slippageMicros()).isEqualTo(Micros.of(59 * 0.01 + 41 * 0.0105 + 100 * 0.011));
        assertThat(trade.pnlMicros()).isEqualTo(Micros.of(10_998.9 - 10_206.022017 - 1));
        assertThat(trade.riskMicros()).isEqualTo(Micros.of(1_000));
    }

    @Test
    void a_position_sold_in_two_parts_shares_its_entry_costs() {
        BacktestResult result = run(400);

        assertThat(result.trades()).extracting(ClosedTrade::shares).containsExactly(40L, 60L);
        assertThat(result.trades())
                .extracting(ClosedTrade::commissionMicros)
                .containsExactly(Micros.of(0.4), Micros.of(0.6));
        assertThat(result.trades())
                .extracting(ClosedTrade::slippageMicros)
                .containsExactly(Micros.of(0.4 + 0.44), Micros.of(0.6 + 0.66));
        assertThat(result.trades())
                .extracting(ClosedTrade::riskMicros)
                .as("10 a share at the stop")
                .containsExactly(Micros.of(400), Micros.of(600));
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsOnly(ExitReason.SIGNAL);
        assertThat(result.trades().stream().mapToLong(ClosedTrade::pnlMicros).sum())
                .isEqualTo(Micros.of(996.9));
        assertThat(result.trades().getFirst().maeMicros()).isEqualTo(40 * Micros.of(1.01));
        assertThat(result.trades().getFirst().mfeMicros())
                .as("the high of the bar comes after the sale at its open")
                .isEqualTo(40 * Micros.of(9.979));
    }

    @Test
    void a_basket_is_held_in_equal_parts() {
        BacktestResult result = run(10_000);
        List<Candle> doubled = List.of(bar(0, 50, 1), bar(3, 100, 1));
        List<Candle> flat = List.of(bar(0, 10, 1), bar(5, 10, 1));

        double[] held = RunPerformance.buyAndHoldAll(result, List.of(doubled, flat));

        assertThat(held).containsExactly(100_000, 100_000, 100_000, 150_000, 150_000, 150_000);
        assertThat(RunPerformance.buyAndHoldAll(result, List.of())).isEmpty();
    }
}
