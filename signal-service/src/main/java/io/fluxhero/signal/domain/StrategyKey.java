package io.fluxhero.signal.domain;

import io.fluxhero.engine.market.Timeframe;

/** What one strategy instance watches. */
public record StrategyKey(String symbol, Timeframe timeframe) {}
