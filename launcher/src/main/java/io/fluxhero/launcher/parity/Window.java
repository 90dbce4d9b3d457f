package io.fluxhero.launcher.parity;

import java.time.Instant;

/** Bar times that are compared, both ends included; everything before is decided again all the same. */
record Window(Instant from, Instant to) {

    static final Window ALL = new Window(Instant.MIN, Instant.MAX);

    boolean holds(Instant barTime) {
        return !barTime.isBefore(from) && !barTime.isAfter(to);
    }
}
