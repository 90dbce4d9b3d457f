package io.fluxhero.gateway.api;

/** One thing that must be so before trading is allowed again, and what was found. */
public record CheckItem(String name, boolean ok, String detail) {}
