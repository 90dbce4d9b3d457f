package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.performance.Metrics;
import java.util.List;

/**
 * What one window gave. Times are open times of bars, epoch milliseconds; growth is percent a year by bars; {@code NaN} is
 * undefined.
 *
 * @param trainStart first bar learned from
 * @param trainEnd last bar learned from
 * @param testStart first bar tested
 * @param testEnd last bar tested
 * @param chosen candidate that was tested
 * @param wasOptimised whether training chose it; else there was one candidate only, or none had a score
 * @param inSampleScore the objective of {@code chosen} in training
 * @param inSampleGrowthPct of {@code chosen} in training
 * @param outOfSampleGrowthPct in the test
 * @param metrics of the test; positions are closed at its end, with costs
 * @param times of the tested bars
 * @param equity at their closes, money
 */
public record WindowResult(
        WalkForwardWindow window,
        long trainStart,
        long trainEnd,
        long testStart,
        long testEnd,
        Candidate chosen,
        boolean wasOptimised,
        double inSampleScore,
        double inSampleGrowthPct,
        double outOfSampleGrowthPct,
        Metrics metrics,
        long[] times,
        double[] equity,
        List<ClosedTrade> trades) {

    /** Whether it ended above its start; without trades it cannot. */
    public boolean isProfitable() {
        return metrics.finalEquity() > metrics.initialEquity();
    }

    /** Start and values at the tested bars. */
    double[] curve() {
        double[] curve = new double[equity.length + 1];
        curve[0] = metrics.initialEquity();
        System.arraycopy(equity, 0, curve, 1, equity.length);
        return curve;
    }
}
