package io.fluxhero.contracts.alert;

/** How urgent an alert is. */
public enum Severity {
    /** For the record. */
    INFO,
    /** Degraded, but nothing is lost. */
    WARNING,
    /** A person must act. */
    CRITICAL
}
