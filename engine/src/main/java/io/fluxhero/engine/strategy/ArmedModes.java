package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;

/** Which modes have signalled an entry and owe an exit. */
final class ArmedModes {

    private final boolean[][] armed = new boolean[Mode.values().length][Side.values().length];

    void arm(Mode mode, Side side) {
        armed[mode.ordinal()][side.ordinal()] = true;
    }

    void disarm(Mode mode, Side side) {
        armed[mode.ordinal()][side.ordinal()] = false;
    }

    boolean isArmed(Mode mode, Side side) {
        return armed[mode.ordinal()][side.ordinal()];
    }
}
