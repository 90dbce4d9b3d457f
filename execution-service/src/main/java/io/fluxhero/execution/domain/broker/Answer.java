package io.fluxhero.execution.domain.broker;

/** What came of asking the broker to change an order. */
public enum Answer {
    /** The broker will see to it, and reports what came of it. */
    REQUESTED,
    /** There is no such order, or it has ended. */
    GONE,
    /** No answer that can be relied on. */
    UNKNOWN
}
