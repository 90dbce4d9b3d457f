package io.fluxhero.execution.domain.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The price of a chased order: the market's, but not farther from the first limit than the drift that is allowed. */
public final class ChasePrice {

    private static final int CENTS = 2;
    private static final int SUB_PENNY = 4;

    private ChasePrice() {}

    /**
     * The next limit, in whole cents (from one dollar on) and never on the wrong side of the cap.
     *
     * @param market middle or last price
     * @param first limit as it was ordered
     * @param maxDrift part of the first limit; 0.005 is 0.5 %
     */
    public static BigDecimal towards(BigDecimal market, BigDecimal first, boolean buys, BigDecimal maxDrift) {
        BigDecimal room = first.multiply(maxDrift);
        BigDecimal bounded = buys ? market.min(first.add(room)) : market.max(first.subtract(room));
        int scale = bounded.compareTo(BigDecimal.ONE) >= 0 ? CENTS : SUB_PENNY;
        return bounded.setScale(scale, buys ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }
}
