package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.engine.performance.TradeGroup;
import io.fluxhero.engine.performance.TradeResult;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunPerformanceTest {

    private static final List<Candle> MARKET = Markets.ofTrendsAndRanges(11, 1_000);
    private static final BacktestConfig CONFIG = new BacktestConfig(
            Timeframe.D1,
            StrategyConfig.defaults(),
            RiskConfig.defaults(),
            CostModel.defaults(),
            Micros.of(100_000.0),
            Markets.day(60),
            0.04);

    private static BacktestResult run(List<Candle> candles, AtEnd atEnd) {
        return Backtest.run(CONFIG, new TreeMap<>(Map.of("SYN", candles)), atEnd);
    }

    @Test
    void every_trade_is_in_each_breakdown_once() {
        BacktestResult result = run(MARKET, AtEnd.LEAVE_OPEN);

        PerformanceReport report = RunPerformance.of(result, CONFIG, MARKET);

        double profit = 0;
        for (ClosedTrade trade : result.trades()) {
            profit += Micros.toDouble(trade.pnlMicros());
        }
        for (var groups : List.of(report.byMode(), report.byRegime(), report.byExitReason())) {
            assertThat(groups.values().stream()
                            .mapToInt(group -> group.statistics().trades())
                            .sum())
                    .isEqualTo(result.trades().size());
            assertThat(groups.values().stream().mapToDouble(TradeGroup::pnl).sum())
                    .isCloseTo(profit, within(1e-6));
        }
        assertThat(report.metrics()).isEqualTo(result.metrics());
        assertThat(report.excursions().averageAdverse()).isPositive();
        assertThat(report.turnover()).isPositive();
    }

    @Test
    void a_trade_is_measured_by_what_it_knows() {
        ClosedTrade trade = run(MARKET, AtEnd.LEAVE_OPEN).trades().getFirst();

        TradeResult measured = RunPerformance.trades(List.of(trade)).getFirst();

        assertThat(measured.pnl()).isEqualTo(Micros.toDouble(trade.pnlMicros()));
        assertThat(measured.adverse()).isEqualTo(Micros.toDouble(trade.maeMicros()));
        assertThat(measured.favourable()).isEqualTo(Micros.toDouble(trade.mfeMicros()));
        assertThat(measured.rMultiple()).isEqualTo(trade.rMultiple());
        assertThat(measured.regime()).isEqualTo(trade.entryRegime().name());
        assertThat(measured.exitReason()).isEqualTo(trade.exitReason().name());
        assertThat(measured.tradedValue())
                .isCloseTo(
                        trade.shares()
                                * (Micros.toDouble(trade.entryPriceMicros())
                                        + Micros.toDouble(trade.exitPriceMicros())),
                        within(1e-6));
    }

    @Test
    void buy_and_hold_begins_with_the_run_and_bridges_missing_bars() {
        BacktestResult result = run(MARKET, AtEnd.LEAVE_OPEN);
        List<Candle> few = List.of(MARKET.get(10), MARKET.get(62), MARKET.get(64));

        double[] whole = RunPerformance.buyAndHold(result, MARKET);
        double[] bridged = RunPerformance.buyAndHold(result, few);

        assertThat(whole).hasSameSizeAs(result.equity());
        assertThat(whole[0]).isEqualTo(100_000);
        assertThat(whole[whole.length - 1])
                .isCloseTo(100_000 * MARKET.getLast().close() / MARKET.get(60).close(), within(1e-6));
        assertThat(bridged[1]).isEqualTo(100_000);
        double moved = 100_000 * MARKET.get(62).close() / MARKET.get(10).close();
        assertThat(bridged[2]).isEqualTo(moved);
        assertThat(bridged[3]).isEqualTo(moved);
        assertThat(RunPerformance.buyAndHold(result, List.of())).isEmpty();
    }

    @Test
    void what_is_open_at_the_end_is_closed_on_request_at_the_last_close_with_costs() {
        int bars = barsUntilOneIsOpen();
        List<Candle> part = MARKET.subList(0, bars);
        BacktestResult open = run(part, AtEnd.LEAVE_OPEN);

        BacktestResult closed = run(part, AtEnd.CLOSE);

        assertThat(open.openPositions()).hasSize(1);
        assertThat(closed.openPositions()).isEmpty();
        assertThat(closed.trades()).hasSize(open.trades().size() + 1);
        ClosedTrade last = closed.trades().getLast();
        assertThat(last.exitReason()).isEqualTo(ExitReason.END_OF_DATA);
        assertThat(last.exitTime()).isEqualTo(part.getLast().openTime());
        assertThat(last.exitPriceMicros()).isEqualTo(Micros.of(part.getLast().close() * 0.9999));
        double costs = last.shares() * (0.005 + part.getLast().close() - Micros.toDouble(last.exitPriceMicros()));
        assertThat(closed.metrics().finalEquity()).isCloseTo(open.metrics().finalEquity() - costs, within(1e-6));
        assertThat(closed.metrics().totalCommission())
                .isCloseTo(open.metrics().totalCommission() + 0.005 * last.shares(), within(1e-9));
    }

    private static int barsUntilOneIsOpen() {
        for (int bars = 300; bars < MARKET.size(); bars++) {
            BacktestResult result = run(MARKET.subList(0, bars), AtEnd.LEAVE_OPEN);
            if (!result.openPositions().isEmpty()
                    && !result.openPositions().getFirst().exitWanted()) {
                return bars;
            }
        }
        throw new AssertionError("nothing was ever open");
    }
}
