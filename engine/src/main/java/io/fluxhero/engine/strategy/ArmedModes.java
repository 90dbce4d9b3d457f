package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;

/** Which modes have signalled an entry and owe an exit, one bit for each. */
final class ArmedModes {

    private static final Mode[] MODES = Mode.values();
    private static final Side[] SIDES = Side.values();

    private int armed;

    void arm(Mode mode, Side side) {
        armed |= bit(mode, side);
    }

    void disarm(Mode mode, Side side) {
        armed &= ~bit(mode, side);
    }

    /** Every armed pair by its number, as a bit set, in the order of modes and, in a mode, of sides. */
    int all() {
        return armed;
    }

    static Mode modeOf(int number) {
        return MODES[number / SIDES.length];
    }

    static Side sideOf(int number) {
        return SIDES[number % SIDES.length];
    }

    private static int bit(Mode mode, Side side) {
        return 1 << mode.ordinal() * SIDES.length + side.ordinal();
    }
}
