package io.fluxhero.gateway.api;

import java.util.List;

/** Executions, newest first. */
public record Fills(List<Fill> fills) {}
