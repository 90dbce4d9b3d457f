package io.fluxhero.execution.domain.order;

/** How an order may fill. */
public enum OrderType {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT
}
