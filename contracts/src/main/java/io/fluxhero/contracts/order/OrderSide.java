package io.fluxhero.contracts.order;

/** Direction of an order. */
public enum OrderSide {
    /** Adds shares or covers a short. */
    BUY,
    /** Removes shares or opens a short. */
    SELL
}
