package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;

/** Which modes have signalled an entry and owe an exit, one bit for each. */
final class ArmedModes {

    private int armed;

    void arm(Mode mode, Side side) {
        armed |= bit(mode, side);
    }

    void disarm(Mode mode, Side side) {
        armed &= ~bit(mode, side);
    }

    boolean isArmed(Mode mode, Side side) {
        return (armed & bit(mode, side)) != 0;
    }

    boolean isEmpty() {
        return armed == 0;
    }

    private static int bit(Mode mode, Side side) {
        return 1 << mode.ordinal() * 2 + side.ordinal();
    }
}
