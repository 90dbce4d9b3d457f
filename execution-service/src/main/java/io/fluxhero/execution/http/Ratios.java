package io.fluxhero.execution.http;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Ratios for people; nothing is decided by them. */
final class Ratios {

    private static final int SCALE = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Ratios() {}

    /** What was earned, in percent of what the shares cost. */
    static BigDecimal percent(BigDecimal earned, BigDecimal price, long shares) {
        BigDecimal cost = price.multiply(BigDecimal.valueOf(shares));
        return earned.multiply(HUNDRED).divide(cost, SCALE, RoundingMode.HALF_EVEN);
    }

    /** A part of a whole above 0, as a fraction. */
    static BigDecimal fraction(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SCALE, RoundingMode.HALF_EVEN);
    }
}
