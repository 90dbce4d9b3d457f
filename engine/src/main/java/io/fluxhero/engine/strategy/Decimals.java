package io.fluxhero.engine.strategy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers look in sentences: no trailing zeros, thousands separated, ties to even, whatever the locale. */
final class Decimals {

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
        BigInteger number = rounded(0, value).toBigIntegerExact();
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static BigDecimal rounded(int decimals, double value) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String strip(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
