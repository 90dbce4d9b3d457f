package io.fluxhero.signal.domain;

import java.util.OptionalLong;

/** How far each instance came, as committed. */
public interface LastBars {

    /** Open time (epoch milliseconds) of the last bar that was decided, if any was. */
    OptionalLong of(StrategyKey key);
}
