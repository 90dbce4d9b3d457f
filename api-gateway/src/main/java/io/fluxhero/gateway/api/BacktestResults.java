package io.fluxhero.gateway.api;

import java.util.List;

/** Stored runs, newest first. */
public record BacktestResults(List<BacktestSummary> results) {}
