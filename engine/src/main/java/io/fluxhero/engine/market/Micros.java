package io.fluxhero.engine.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact money and prices: a {@code long} that counts millionths. From sizing outward nothing is a {@code double};
 * this is the one place where the two meet.
 */
public final class Micros {

    /** Decimals kept. */
    public static final int SCALE = 6;

    /** Millionths in one. */
    public static final long ONE = 1_000_000;

    private Micros() {}

    /**
     * The nearest millionth, ties to even.
     *
     * @throws ArithmeticException where {@code value} is not finite or beyond ±9 billion
     */
    public static long of(double value) {
        double scaled = Math.rint(value * ONE);
        if (!(StrictMath.abs(scaled) < 9.0e15)) {
            throw new ArithmeticException("not an amount of money: " + value);
        }
        return (long) scaled;
    }

    /**
     * Exactly this decimal.
     *
     * @throws ArithmeticException where it has more than six decimals or is beyond ±9 trillion
     */
    public static long of(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** The double nearest to this many millionths: the one a reader of the decimal text gets. */
    public static double toDouble(long micros) {
        return (double) micros / ONE;
    }

    /** The same amount as a decimal with six places. */
    public static BigDecimal toDecimal(long micros) {
        return BigDecimal.valueOf(micros, SCALE);
    }

    /** {@code value} rounded to six decimals, as a message carries it; {@code NaN} stays {@code NaN}. */
    public static double round(double value) {
        return Double.isNaN(value) ? value : toDouble(of(value));
    }
}
