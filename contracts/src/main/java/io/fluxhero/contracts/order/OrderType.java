package io.fluxhero.contracts.order;

/** How an order may fill. */
public enum OrderType {
    /** At the next price. */
    MARKET,
    /** At the limit or better. */
    LIMIT,
    /** At market once the stop is touched. */
    STOP,
    /** At the limit or better once the stop is touched. */
    STOP_LIMIT
}
