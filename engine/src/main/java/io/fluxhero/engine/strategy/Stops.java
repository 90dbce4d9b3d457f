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

    /**
     * A stop that follows the most favourable close and never loosens.
     *
     * @param stop where it stands, {@code NaN} where there is none yet
     * @param peakClose highest close since entry for a long position, lowest for a short one
     * @param atr of the newest bar; {@code NaN} leaves the stop where it is
     */
    public static double trailing(double stop, double peakClose, Side side, double atr, double multiple) {
        double candidate = byRange(peakClose, side, atr, multiple);
        if (Double.isNaN(candidate)) {
            return stop;
        }
        if (Double.isNaN(stop)) {
            return candidate;
        }
        return side == Side.LONG ? StrictMath.max(stop, candidate) : StrictMath.min(stop, candidate);
    }
}
