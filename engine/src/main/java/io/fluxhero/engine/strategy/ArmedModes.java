package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which modes have signalled an entry and owe an exit. */
final class ArmedModes {

    private final Map<Side, Set<Mode>> armed = new EnumMap<>(Side.class);

    void arm(Mode mode, Side side) {
        armed.computeIfAbsent(side, _ -> EnumSet.noneOf(Mode.class)).add(mode);
    }

    void disarm(Mode mode, Side side) {
        armed.getOrDefault(side, Set.of()).remove(mode);
    }

    boolean isArmed(Mode mode, Side side) {
        return armed.getOrDefault(side, Set.of()).contains(mode);
    }
}
