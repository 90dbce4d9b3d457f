package io.fluxhero.marketdata;

/**
 * What became of a batch of bars.
 *
 * @param stored bars in the history now
 * @param published of these, how many went out as candles
 * @param quarantined bars that nobody may believe
 */
public record Ingested(int stored, int published, int quarantined) {}
