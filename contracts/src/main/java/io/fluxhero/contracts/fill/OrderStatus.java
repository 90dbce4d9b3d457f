package io.fluxhero.contracts.fill;

/** Steps of an order that have no message of their own. */
public enum OrderStatus {
    /** Being given to the broker; from here on it must be assumed to be there. */
    SUBMITTED,
    /** The broker's answer did not arrive: it is asked, and exposure stays reserved. */
    UNKNOWN,
    /** We asked for its end; a fill may still win. */
    CANCEL_REQUESTED,
    /** What worked at the broker gave way to a successor under another broker id; the order lives on. */
    REPLACED,
    /** Technology failed for good before the broker took it: an end. */
    FAILED
}
