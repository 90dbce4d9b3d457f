package io.fluxhero.engine.regime;

/** The confirmed regimes of a series of bars as {@link RegimeDetector} finds them, a bit for each bar and regime. */
public final class ConfirmedRegimes {

    /** Bars in a word of bits. */
    public static final int WORD = Long.SIZE;

    private final long[] rawTrends;
    private final long[] rawRanges;
    private final long[] trends;
    private final long[] ranges;
    private int seen;

    /** Room for so many bars. */
    public ConfirmedRegimes(int capacity) {
        int words = capacity / WORD + 1;
        rawTrends = new long[words];
        rawRanges = new long[words];
        trends = new long[words];
        ranges = new long[words];
    }

    /** Takes the measures of the next bars, {@code NaN} while unknown: those from index {@code from} to before {@code to}. */
    public void update(double[] adx, double[] rSquared, int from, int to) {
        int i = from;
        while (i < to) {
            int word = seen / WORD;
            int end = StrictMath.min(to, i + WORD - seen % WORD);
            classify(adx, rSquared, i, end);
            seen += end - i;
            i = end;
            confirm(word);
        }
    }

    /**
     * Bars of one word. Signs of differences say what comparisons would, without a branch, but of {@code NaN} they say nothing:
     * it makes the sum one, and then bars are compared.
     */
    private void classify(double[] adx, double[] rSquared, int from, int to) {
        long trend = 0;
        long range = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            double direction = adx[i];
            double fit = rSquared[i];
            long isTrend = bits(Regime.TREND_ADX - direction) & bits(Regime.TREND_R_SQUARED - fit);
            long isRange = bits(direction - Regime.RANGE_ADX) & bits(fit - Regime.RANGE_R_SQUARED);
            trend = trend >>> 1 | (isTrend & Long.MIN_VALUE);
            range = range >>> 1 | (isRange & Long.MIN_VALUE);
            sum += direction + fit;
        }
        if (Double.isNaN(sum)) {
            compare(adx, rSquared, from, to);
            return;
        }
        rawTrends[seen / WORD] |= trend >>> (WORD - (to - from)) << seen;
        rawRanges[seen / WORD] |= range >>> (WORD - (to - from)) << seen;
    }

    private static long bits(double difference) {
        return Double.doubleToRawLongBits(difference);
    }

    private void compare(double[] adx, double[] rSquared, int from, int to) {
        for (int i = from; i < to; i++) {
            long bit = 1L << (seen + i - from);
            Regime regime = Regime.classify(adx[i], rSquared[i]);
            rawTrends[seen / WORD] |= regime == Regime.STRONG_TREND ? bit : 0;
            rawRanges[seen / WORD] |= regime == Regime.MEAN_REVERSION ? bit : 0;
        }
    }

    private void confirm(int word) {
        boolean isFirst = word == 0;
        long trendBefore = isFirst ? 0 : rawTrends[word - 1];
        long rangeBefore = isFirst ? 0 : rawRanges[word - 1];
        long trend = inARow(rawTrends[word], trendBefore);
        long range = inARow(rawRanges[word], rangeBefore);
        long neutral = inARow(~(rawTrends[word] | rawRanges[word]), isFirst ? 0 : ~(trendBefore | rangeBefore));
        trends[word] = lasting(trend, ~(range | neutral), isFirst ? 0 : trends[word - 1]);
        ranges[word] = lasting(range, ~(trend | neutral), isFirst ? 0 : ranges[word - 1]);
    }

    /** Bits that are set, as are enough of those before them to confirm. */
    private static long inARow(long bits, long before) {
        long all = bits;
        for (int back = 1; back < RegimeDetector.CONFIRMING_BARS; back++) {
            all &= bits << back | before >>> (WORD - back);
        }
        return all;
    }

    /** Bits from where they are begun for as long as they are kept; found by doubling the reach of each. */
    private static long lasting(long begun, long kept, long before) {
        long bits = begun | (before >>> (WORD - 1) & kept);
        long keeping = kept;
        for (int reach = 1; reach < WORD; reach *= 2) {
            bits |= keeping & bits << reach;
            keeping &= keeping << reach;
        }
        return bits;
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
