package io.fluxhero.contracts.signal;

/** Direction of a position. */
public enum PositionSide {
    /** Gains when the price rises. */
    LONG,
    /** Gains when the price falls. */
    SHORT
}
