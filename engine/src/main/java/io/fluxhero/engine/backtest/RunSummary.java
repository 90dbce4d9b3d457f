package io.fluxhero.engine.backtest;

import io.fluxhero.engine.performance.EquitySteps;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.Moments;

/**
 * What a backtest is judged by, without its bars and trades: all that a sweep keeps of a run.
 *
 * @param returns moments of the returns from bar to bar
 * @param equity at the close of each traded bar, money
 */
public record RunSummary(String configHash, Metrics metrics, Moments returns, EquitySteps equity) {

    /** Of a whole result. */
    public static RunSummary of(BacktestResult result) {
        return new RunSummary(result.configHash(), result.metrics(), result.returns(), EquitySteps.of(result.equity()));
    }
}
