package io.fluxhero.gateway.state;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place that reads the wall clock. */
class Time {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
