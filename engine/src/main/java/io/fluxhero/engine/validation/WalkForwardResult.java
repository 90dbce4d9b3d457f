package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.performance.EquityCurve;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a walk-forward gave. {@code NaN} is undefined.
 *
 * @param plannedWindows asked for; more than {@code windows} where it was cancelled
 * @param candidates in the grid; with a single one nothing was optimised, and the result should say so
 * @param initialEquity money
 * @param windows done, in order
 * @param stitched their out-of-sample equity as one curve
 * @param spread of the chosen parameters
 * @param gaps of the bars, longer than {@link DateGap#MOST_DAYS}
 */
public record WalkForwardResult(
        WalkForwardPlan plan,
        int plannedWindows,
        int candidates,
        double initialEquity,
        double riskFree,
        double periodsPerYear,
        List<WindowResult> windows,
        StitchedEquity stitched,
        ParameterSpread spread,
        List<DateGap> gaps) {

    /** Whether all windows were done. */
    public boolean isComplete() {
        return windows.size() == plannedWindows;
    }

    /** Windows that ended above their start. */
    public int profitableWindows() {
        return (int) windows.stream().filter(WindowResult::isProfitable).count();
    }

    /** Windows in which nothing was traded; they count as not profitable. */
    public int noTradeWindows() {
        return (int)
                windows.stream().filter(window -> window.trades().isEmpty()).count();
    }

    /** Fraction of the windows that made money. */
    public double passRate() {
        return StitchedEquity.passRate(profitableWindows(), windows.size());
    }

    /** Whether the pass rate is above the threshold of the plan. */
    public boolean passes() {
        return StitchedEquity.passes(passRate(), plan.passThreshold());
    }

    /** All trades, by window. */
    public List<ClosedTrade> trades() {
        return windows.stream().flatMap(window -> window.trades().stream()).toList();
    }

    /** Fraction of all trades that won; undefined without trades. */
    public double winRate() {
        List<ClosedTrade> trades = trades();
        return trades.isEmpty()
                ? Double.NaN
                : trades.stream().filter(trade -> trade.pnlMicros() > 0).count() / (double) trades.size();
    }

    /** Of the stitched curve, with the sample deviation. */
    public double sharpe() {
        return stitched.sharpe(riskFree, periodsPerYear);
    }

    /** Over-fit verdict on the stitched returns: each candidate counts as a trial. */
    public OverfitVerdict verdict() {
        return OverfitVerdict.of(
                SharpeEvidence.of(EquityCurve.returns(stitched.equity()), riskFree / periodsPerYear), candidates);
    }

    /**
     * Walk-forward efficiency: mean yearly growth out of sample over that in sample. Pardo (2008), ch. 11. Undefined where
     * training made nothing on average.
     */
    public double efficiency() {
        double inSample = mean(WindowResult::inSampleGrowthPct);
        return inSample > 0 ? mean(WindowResult::outOfSampleGrowthPct) / inSample : Double.NaN;
    }

    private double mean(ToDoubleFunction<WindowResult> figure) {
        return windows.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Open times of the tested bars, one for each of {@link StitchedEquity#atTestedBars}. */
    public long[] testedTimes() {
        return windows.stream()
                .flatMapToLong(window -> Arrays.stream(window.times()))
                .toArray();
    }
}
