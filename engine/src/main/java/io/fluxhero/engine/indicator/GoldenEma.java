package io.fluxhero.engine.indicator;

/**
 * An exponential average whose weight follows the fractal dimension of the price path and its volatility, as the
 * fractal adaptive average of Ehlers (2005) does for the first. Experimental: for charts, the strategies do not use it.
 *
 * <p>With {@code N1} and {@code N2} the price ranges of the older and newer {@code lookback} bars before the current
 * one per bar, and {@code N3} that of both: {@code D = (ln(N1 + N2) - ln N3) / ln 2}, held to 1..2. The fractal weight
 * runs from the fast one at D = 1 to the slow one at D = 2, geometrically; the volatile weight from slow to fast as ATR
 * rises from 0.5 % to 3 % of price; the weight is their geometric mean. Known after {@code max(2 * lookback, atrPeriod
 * + 1) + 1} bars, with the close as its first value.
 */
public final class GoldenEma {

    private static final int LOOKBACK = 20;
    private static final int FAST = 2;
    private static final int SLOW = 30;
    private static final int ATR_PERIOD = 14;
    private static final double NOTHING = 1e-10;
    private static final double CALM = 0.005;
    private static final double SPAN = 0.025;

    private final int lookback;
    private final double fast;
    private final double slow;
    private final int start;
    private final Atr atr;
    private final Tail highs;
    private final Tail lows;
    private int seen;
    private double weight = Double.NaN;
    private double value = Double.NaN;

    /**
     * @param lookback bars in each of the two ranges
     * @param fast period of the fastest average
     * @param slow period of the slowest
     * @param atrPeriod bars of the average true range
     */
    public GoldenEma(int lookback, int fast, int slow, int atrPeriod) {
        this.lookback = Tail.checked(lookback);
        this.fast = 2.0 / (Tail.checked(fast) + 1);
        this.slow = 2.0 / (Tail.checked(slow) + 1);
        this.start = StrictMath.max(2 * lookback, atrPeriod + 1);
        this.atr = new Atr(atrPeriod);
        this.highs = new Tail(2 * lookback + 1);
        this.lows = new Tail(2 * lookback + 1);
    }

    /** With the periods of the domain specification: 20, 2, 30, 14. */
    public static GoldenEma usual() {
        return new GoldenEma(LOOKBACK, FAST, SLOW, ATR_PERIOD);
    }

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        atr.update(high, low, close);
        int at = highs.append(high);
        lows.append(low);
        if (seen >= start) {
            weight = clamp(StrictMath.sqrt(fractal(at) * lively(close)), slow, fast);
            value = Double.isNaN(value) ? close : Smoothing.step(weight, value, close);
        }
        seen++;
    }

    private double fractal(int at) {
        double newHigh = highest(at - lookback, at);
        double newLow = lowest(at - lookback, at);
        double oldHigh = highest(at - 2 * lookback, at - lookback);
        double oldLow = lowest(at - 2 * lookback, at - lookback);
        double older = (oldHigh - oldLow) / lookback;
        double newer = (newHigh - newLow) / lookback;
        double both = (StrictMath.max(newHigh, oldHigh) - StrictMath.min(newLow, oldLow)) / (2 * lookback);
        if (!(older > NOTHING && newer > NOTHING && both > NOTHING)) {
            return (fast + slow) / 2;
        }
        double dimension = (StrictMath.log(older + newer) - StrictMath.log(both)) / StrictMath.log(2);
        return fast * StrictMath.exp(StrictMath.log(slow / fast) * (clamp(dimension, 1, 2) - 1));
    }

    private double lively(double close) {
        return slow + clamp((atr.value() / close - CALM) / SPAN, 0, 1) * (fast - slow);
    }

    private double highest(int from, int to) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            most = StrictMath.max(most, highs.values()[i]);
        }
        return most;
    }

    private double lowest(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = StrictMath.min(least, lows.values()[i]);
        }
        return least;
    }

    private static double clamp(double x, double least, double most) {
        return StrictMath.min(most, StrictMath.max(least, x));
    }

    /** Price units; {@code NaN} while unknown. */
    public double value() {
        return value;
    }

    /** The weight of the newest close; {@code NaN} while unknown. */
    public double weight() {
        return weight;
    }

    /** Where the weight stands between the slow (0) and the fast one (1); {@code NaN} while unknown. */
    public double adaptivity() {
        return (weight - slow) / (fast - slow);
    }
}
