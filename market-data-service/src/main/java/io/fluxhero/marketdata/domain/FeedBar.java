package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;

/**
 * A bar as a feed gives it, not yet judged.
 *
 * @param symbol the instrument
 * @param timeframe length of the bar
 * @param index zero-based step of the feed; bars of one time share it
 * @param candle times and prices
 */
public record FeedBar(String symbol, Timeframe timeframe, int index, Candle candle) {}
