package io.fluxhero.launcher.report;

import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.engine.performance.RunFigures;
import io.fluxhero.engine.performance.TradeResult;
import io.fluxhero.launcher.run.BacktestRun;

/** Hands a run to the measuring part of the engine. */
public final class Measures {

    private Measures() {}

    /** Everything that is measured of a run beside buying and holding. */
    public static PerformanceReport of(BacktestRun run) {
        return PerformanceReport.of(new RunFigures(
                run.metrics(),
                run.result().times(),
                run.result().equity(),
                run.buyAndHold(),
                run.config().riskFreeRate(),
                run.config().timeframe().periodsPerYear(),
                run.result().trades().stream().map(Measures::measured).toList()));
    }

    private static TradeResult measured(ClosedTrade trade) {
        double bought = Micros.toDouble(trade.entryPriceMicros()) * trade.shares();
        double sold = Micros.toDouble(trade.exitPriceMicros()) * trade.shares();
        return new TradeResult(
                trade.mode().name(),
                trade.entryRegime().name(),
                trade.exitReason().name(),
                Micros.toDouble(trade.pnlMicros()),
                trade.rMultiple(),
                Micros.toDouble(trade.maeMicros()),
                Micros.toDouble(trade.mfeMicros()),
                trade.holdingBars(),
                bought + sold);
    }
}
