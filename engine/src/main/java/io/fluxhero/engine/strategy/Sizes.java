package io.fluxhero.engine.strategy;

/** How much a risk buys, before limits (domain specification d.6). Real sizes are the account's, in exact money. */
public final class Sizes {

    /** Factor on the size of an entry in a neutral market. */
    public static final double NEUTRAL_FACTOR = 0.7;

    private Sizes() {}

    /** Shares, not rounded, that lose so much of the capital at the stop; 0 where the stop is no distance away. */
    public static double byRisk(double capital, double riskRatio, double entry, double stop) {
        double distance = StrictMath.abs(entry - stop);
        return distance == 0 ? 0 : capital * riskRatio / distance;
    }

    /** The size in a mode: smaller in a neutral market. */
    public static double inMode(double size, Mode mode) {
        return mode == Mode.NEUTRAL ? size * NEUTRAL_FACTOR : size;
    }
}
