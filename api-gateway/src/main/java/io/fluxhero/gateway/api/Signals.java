package io.fluxhero.gateway.api;

import java.util.List;

/** Signals, newest first. */
public record Signals(List<Signal> signals) {}
