package io.fluxhero.engine.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers look in sentences: no trailing zeros, thousands separated, ties to even, whatever the locale. */
final class Decimals {

    /** Below this the product with a power of ten is off by less than {@link #NEAR_TIE}. */
    private static final double SMALL = 1e9;

    private static final double NEAR_TIE = 1e-6;
    private static final double HALF = 0.5;
    private static final double[] POWERS = {1, 10, 100};
    private static final int GROUP = 3;

    private Decimals() {}

    /** As short as possible: 0.5, 30. */
    static String plain(double value) {
        return strip(BigDecimal.valueOf(value));
    }

    /** At most this many decimals: 3.2, 32. */
    static String atMost(int decimals, double value) {
        return strip(rounded(decimals, value));
    }

    /** Exactly this many decimals: 420.50. */
    static String exactly(int decimals, double value) {
        return rounded(decimals, value).toPlainString();
    }

    /** Whole, thousands separated: 1,000. */
    static String whole(double value) {
        StringBuilder text = new StringBuilder(rounded(0, value).toPlainString());
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int comma = text.length() - GROUP; comma > first; comma -= GROUP) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    /** Exact arithmetic takes a microsecond for each number, and is needed only near a tie. */
    private static BigDecimal rounded(int decimals, double value) {
        double scaled = decimals < POWERS.length ? value * POWERS[decimals] : Double.NaN;
        double nearest = Math.rint(scaled);
        if (Math.abs(scaled) < SMALL && Math.abs(scaled - nearest) < HALF - NEAR_TIE) {
            return BigDecimal.valueOf((long) nearest, decimals);
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String strip(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
