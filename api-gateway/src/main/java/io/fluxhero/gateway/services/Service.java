package io.fluxhero.gateway.services;

/** A service behind the door. */
public enum Service {
    MARKET_DATA("market-data-service"),
    SIGNAL("signal-service"),
    RISK("risk-service"),
    EXECUTION("execution-service"),
    BACKTEST("backtest-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** The name that people know it by. */
    public String label() {
        return label;
    }
}
