package io.fluxhero.contracts.order;

/** What an order is for. */
public enum OrderIntent {
    /** Opens a position. */
    ENTRY,
    /** Closes a position because the strategy said so. */
    EXIT,
    /** Closes a position at its stop; belongs to its entry. */
    PROTECTIVE_STOP,
    /** Closes a position at its target; belongs to its entry. */
    TAKE_PROFIT,
    /** Closes a position because a person or the kill switch said so. */
    FLATTEN
}
