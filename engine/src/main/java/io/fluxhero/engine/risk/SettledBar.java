package io.fluxhero.engine.risk;

import io.fluxhero.engine.strategy.Signal;
import java.util.List;

/**
 * What the account needs to know of one symbol at the close of one bar.
 *
 * @param close mark price, six decimals
 * @param atr average true range, six decimals, {@code NaN} while unknown
 * @param signals of this bar with their ids, exits first
 */
public record SettledBar(String symbol, double close, double atr, List<Identified> signals) {

    /** A signal and its identity. */
    public record Identified(String signalId, Signal signal) {}
}
