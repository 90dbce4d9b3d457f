package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;

/** Where protective stops begin (domain specification d.5). */
public final class Stops {

    private Stops() {}

    /** A fraction of the price away, on the losing side. */
    public static double fixed(double price, Side side, double ratio) {
        return price * (1 - side.sign() * ratio);
    }

    /** So many average true ranges away, on the losing side. */
    public static double byRange(double price, Side side, double atr, double multiple) {
        return price - side.sign() * multiple * atr;
    }
}
