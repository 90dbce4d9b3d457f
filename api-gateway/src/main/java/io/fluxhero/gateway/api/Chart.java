package io.fluxhero.gateway.api;

import java.util.List;

/** Bars in ascending order. */
public record Chart(String symbol, String interval, List<Candle> candles) {}
