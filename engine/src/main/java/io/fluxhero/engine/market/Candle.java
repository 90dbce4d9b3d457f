package io.fluxhero.engine.market;

/**
 * One complete bar.
 *
 * @param openTime when the bar began, epoch milliseconds UTC; it is complete one timeframe later
 * @param open first price, above 0
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume shares traded, 0 or more
 */
public record Candle(long openTime, double open, double high, double low, double close, long volume) {}
