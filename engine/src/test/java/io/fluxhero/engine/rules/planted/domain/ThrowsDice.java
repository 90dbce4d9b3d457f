package io.fluxhero.engine.rules.planted.domain;

import java.util.Random;

/** A domain type that answers differently each time. */
public final class ThrowsDice {

    public int eyes() {
        return 1 + new Random().nextInt(6);
    }
}
