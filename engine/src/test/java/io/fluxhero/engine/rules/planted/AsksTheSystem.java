package io.fluxhero.engine.rules.planted;

import java.time.Instant;

/** Takes the time from nowhere. */
public final class AsksTheSystem {

    public Instant when() {
        return Instant.now();
    }
}
