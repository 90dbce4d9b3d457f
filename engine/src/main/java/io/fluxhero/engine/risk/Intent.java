package io.fluxhero.engine.risk;

/** What an order is for. */
public enum Intent {
    ENTRY,
    EXIT,
    PROTECTIVE_STOP,
    TAKE_PROFIT,
    FLATTEN
}
