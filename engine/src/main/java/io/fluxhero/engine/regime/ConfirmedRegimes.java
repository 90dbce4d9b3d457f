package io.fluxhero.engine.regime;

/** The confirmed regimes of a series of bars as {@link RegimeDetector} finds them, a bit for each bar and regime. */
public final class ConfirmedRegimes {

    /** Bars in a word of bits. */
    public static final int WORD = Long.SIZE;

    private final RegimeDetector detector = new RegimeDetector();
    private final long[] trends;
    private final long[] ranges;
    private int seen;

    /** Room for so many bars. */
    public ConfirmedRegimes(int capacity) {
        trends = new long[capacity / WORD + 1];
        ranges = new long[capacity / WORD + 1];
    }

    /** Takes the measures of the next bars, {@code NaN} while unknown: those from index {@code from} to before {@code to}. */
    public void update(double[] adx, double[] rSquared, int from, int to) {
        for (int i = from; i < to; i++) {
            detector.update(adx[i], rSquared[i]);
            Regime regime = detector.regime();
            long bit = 1L << seen;
            trends[seen / WORD] |= regime == Regime.STRONG_TREND ? bit : 0;
            ranges[seen / WORD] |= regime == Regime.MEAN_REVERSION ? bit : 0;
            seen++;
        }
    }

    /** The confirmed regime at a bar, which was seen. */
    public Regime at(int bar) {
        if ((trends[bar / WORD] >>> bar & 1) != 0) {
            return Regime.STRONG_TREND;
        }
        return (ranges[bar / WORD] >>> bar & 1) == 0 ? Regime.NEUTRAL : Regime.MEAN_REVERSION;
    }

    /** Bars for which the confirmed regime at a bar has lasted, that bar included. */
    public int lastingAt(int bar) {
        Regime regime = at(bar);
        int first = bar;
        while (first > 0 && at(first - 1) == regime) {
            first--;
        }
        return bar - first + 1;
    }

    /** Which of the {@value #WORD} bars from {@code word} times that on are in a regime, the first in the lowest bit. */
    public long in(Regime regime, int word) {
        return switch (regime) {
            case STRONG_TREND -> trends[word];
            case MEAN_REVERSION -> ranges[word];
            case NEUTRAL -> ~(trends[word] | ranges[word]);
        };
    }
}
