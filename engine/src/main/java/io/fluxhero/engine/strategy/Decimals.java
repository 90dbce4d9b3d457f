package io.fluxhero.engine.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers look in sentences: no trailing zeros, thousands separated, ties to even, whatever the locale. */
final class Decimals {

    /** Below this the product with a power of ten is off by less than {@link #NEAR_TIE}. */
    private static final double SMALL = 1e9;

    private static final double NEAR_TIE = 1e-6;
    private static final double HALF = 0.5;
    private static final int[] POWERS = {1, 10, 100};
    private static final int TEN = 10;
    private static final int GROUP = 3;

    private Decimals() {}

    /** As short as possible: 0.5, 30. */
    static String plain(double value) {
        return strip(BigDecimal.valueOf(value));
    }

    /** At most this many decimals: 3.2, 32. */
    static String atMost(int decimals, double value) {
        return appendAtMost(new StringBuilder(), decimals, value).toString();
    }

    /** The same behind a text. */
    static StringBuilder appendAtMost(StringBuilder text, int decimals, double value) {
        double nearest = nearest(decimals, value);
        if (Double.isNaN(nearest)) {
            return text.append(strip(exact(decimals, value)));
        }
        long scaled = (long) nearest;
        int left = decimals;
        while (left > 0 && scaled % TEN == 0) {
            scaled /= TEN;
            left--;
        }
        return append(text, scaled, left);
    }

    /** Exactly this many decimals: 420.50. */
    static String exactly(int decimals, double value) {
        return appendExactly(new StringBuilder(), decimals, value).toString();
    }

    /** The same behind a text. */
    static StringBuilder appendExactly(StringBuilder text, int decimals, double value) {
        double nearest = nearest(decimals, value);
        return Double.isNaN(nearest)
                ? text.append(exact(decimals, value).toPlainString())
                : append(text, (long) nearest, decimals);
    }

    /** Whole, thousands separated: 1,000. */
    static String whole(double value) {
        return appendWhole(new StringBuilder(), value).toString();
    }

    /** The same behind a text. */
    static StringBuilder appendWhole(StringBuilder text, double value) {
        int begin = text.length();
        appendExactly(text, 0, value);
        int first = text.charAt(begin) == '-' ? begin + 1 : begin;
        for (int comma = text.length() - GROUP; comma > first; comma -= GROUP) {
            text.insert(comma, ',');
        }
        return text;
    }

    /** The value times a power of ten, rounded; {@code NaN} near a tie, and where the product may be off. */
    private static double nearest(int decimals, double value) {
        double scaled = decimals < POWERS.length ? value * POWERS[decimals] : Double.NaN;
        double nearest = Math.rint(scaled);
        return Math.abs(scaled) < SMALL && Math.abs(scaled - nearest) < HALF - NEAR_TIE ? nearest : Double.NaN;
    }

    /** Exact arithmetic takes a microsecond for each number. */
    private static BigDecimal exact(int decimals, double value) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static StringBuilder append(StringBuilder text, long scaled, int decimals) {
        if (decimals == 0) {
            return text.append(scaled);
        }
        long unit = POWERS[decimals];
        long size = Math.abs(scaled);
        text.append(scaled < 0 ? "-" : "").append(size / unit).append('.');
        for (long digit = unit / TEN; digit > 0; digit /= TEN) {
            text.append((char) ('0' + size / digit % TEN));
        }
        return text;
    }

    private static String strip(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
