package io.fluxhero.engine.market;

/** Direction of a position. */
public enum Side {
    /** Gains when the price rises. */
    LONG(1),
    /** Gains when the price falls. */
    SHORT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** +1 for long, -1 for short. */
    public int sign() {
        return sign;
    }
}
