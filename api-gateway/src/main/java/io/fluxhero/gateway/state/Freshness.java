package io.fluxhero.gateway.state;

import java.time.Duration;

/** How old market data is, in a word. */
public enum Freshness {
    /** Data is flowing. */
    ACTIVE,
    /** Late, perhaps only slow. */
    DELAYED,
    /** Nothing to trade by. */
    OFFLINE;

    /** Of an age: active below the first bound, delayed below the second. */
    public static Freshness of(Duration age, Duration activeBelow, Duration delayedBelow) {
        if (age.compareTo(activeBelow) < 0) {
            return ACTIVE;
        }
        return age.compareTo(delayedBelow) < 0 ? DELAYED : OFFLINE;
    }
}
