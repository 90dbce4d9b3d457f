package io.fluxhero.gateway.api;

/** What a symbol may look like at the door. */
public final class Symbols {
    public static final String PATTERN = "[A-Z0-9.^=-]{1,10}";

    /** Bar lengths (spec a.2). */
    public static final String TIMEFRAMES = "1m|5m|15m|30m|1h|2h|4h|1d|1wk";

    private Symbols() {}
}
