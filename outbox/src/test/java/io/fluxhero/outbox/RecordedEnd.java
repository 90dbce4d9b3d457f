package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the process would have ended. */
@ApplicationScoped
class RecordedEnd extends ProcessEnd {

    private final AtomicInteger ends = new AtomicInteger();

    @Override
    void now() {
        ends.incrementAndGet();
    }

    int ends() {
        return ends.get();
    }
}
