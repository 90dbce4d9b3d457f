package io.fluxhero.execution.domain.broker;

import java.math.BigDecimal;

/** The best prices of a symbol now. */
public record Quote(BigDecimal bid, BigDecimal ask) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Half way between them. */
    public BigDecimal middle() {
        return bid.add(ask).divide(TWO);
    }
}
