package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Micros;

/**
 * What a market order gives up against the last price, in basis points of it: buyers pay more, sellers get less.
 *
 * @param bps 5 is 0.05 %
 */
public record QuoteSlippage(double bps) {

    /** What the paper broker takes where nobody says otherwise. */
    public static final QuoteSlippage DEFAULT = new QuoteSlippage(5);

    private static final double BPS_IN_ONE = 10_000;

    /** Price per share of a market order. */
    public long priceMicros(long lastMicros, boolean buys) {
        return Micros.of(Micros.toDouble(lastMicros) * (1 + (buys ? bps : -bps) / BPS_IN_ONE));
    }

    /** Money given up by so many shares. */
    public long costMicros(long lastMicros, long shares, boolean buys) {
        return StrictMath.abs(priceMicros(lastMicros, buys) - lastMicros) * shares;
    }
}
