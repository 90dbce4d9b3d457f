package io.fluxhero.engine.validation;

/**
 * How a walk-forward is done.
 *
 * @param windows how the bars are cut
 * @param from bars before this open time (epoch milliseconds) are in no window and only warm up
 * @param warmUpBars fed before the first bar of each stretch where they are there, for the indicators
 * @param objective by which training chooses
 * @param fewestTrades a candidate with fewer trades in training is not chosen
 * @param passThreshold fraction of the windows that must make money, exceeded strictly
 */
public record WalkForwardPlan(
        WindowPlan windows, long from, int warmUpBars, Objective objective, int fewestTrades, double passThreshold) {

    /** Before the regime can be known: 14 and 14 for ADX, 50 for the regression, and some to settle. */
    public static final int FEWEST_WARM_UP_BARS = 120;

    /** Checks the warm-up. */
    public WalkForwardPlan {
        if (warmUpBars < FEWEST_WARM_UP_BARS) {
            throw new IllegalArgumentException(
                    "a stretch warms up over at least " + FEWEST_WARM_UP_BARS + " bars, not " + warmUpBars);
        }
    }

    /** 63 bars to learn, 21 to test, by Sharpe ratio with a trade at least, six in ten to pass. */
    public static WalkForwardPlan defaults() {
        return of(WindowPlan.rolling(63, 21), Long.MIN_VALUE);
    }

    /** The defaults over other windows. */
    public static WalkForwardPlan of(WindowPlan windows, long from) {
        return new WalkForwardPlan(
                windows, from, FEWEST_WARM_UP_BARS, Objective.SHARPE, 1, StitchedEquity.PASS_THRESHOLD);
    }
}
