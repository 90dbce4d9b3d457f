package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;

/** Which modes have signalled an entry and owe an exit, one bit for each. */
final class ArmedModes {

    private static final Mode[] MODES = {Mode.TREND, Mode.MEAN_REVERSION, Mode.NEUTRAL};

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
        return MODES[number / 2];
    }

    static Side sideOf(int number) {
        return number % 2 == 0 ? Side.LONG : Side.SHORT;
    }

    private static int bit(Mode mode, Side side) {
        int number = switch (mode) {
            case TREND -> 0;
            case MEAN_REVERSION -> 2;
            case NEUTRAL -> 4;
        };
        return 1 << (side == Side.LONG ? number : number + 1);
    }
}
