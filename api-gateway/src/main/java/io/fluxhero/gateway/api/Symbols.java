package io.fluxhero.gateway.api;

/** What a symbol may look like at the door. */
public final class Symbols {
    public static final String PATTERN = "[A-Z0-9.^=-]{1,10}";

    private Symbols() {}
}
