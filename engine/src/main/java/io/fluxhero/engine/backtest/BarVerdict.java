package io.fluxhero.engine.backtest;

import io.fluxhero.engine.strategy.Verdict;

/** The one answer of the strategy to one bar; {@code time} is its open, epoch milliseconds. */
public record BarVerdict(String symbol, long time, Verdict verdict) {}
