package io.fluxhero.execution.domain.position;

/** Where a trade stands. */
public enum TradeStatus {
    OPEN,
    CLOSED,
    CANCELLED
}
