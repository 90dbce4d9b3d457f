package io.fluxhero.gateway.state;

import java.time.Instant;
import java.time.InstantSource;

/** Vitals of a gateway that started at a known time. */
public final class VitalsFixture {
    private VitalsFixture() {}

    public static Vitals at(Instant now) {
        return new Vitals(InstantSource.fixed(now));
    }
}
