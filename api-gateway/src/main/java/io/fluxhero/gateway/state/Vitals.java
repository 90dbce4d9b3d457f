package io.fluxhero.gateway.state;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counters of the gateway itself. */
@ApplicationScoped
public class Vitals {
    private final Instant startedAt;
    private final AtomicReference<@Nullable Instant> lastData = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastTick = new AtomicReference<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();

    Vitals(InstantSource clock) {
        this.startedAt = clock.instant();
    }

    /** A bar of {@code barTime} reached the broker at {@code receivedAt}; a replayed catch-up is as old as it was. */
    public void marketData(Instant barTime, Instant receivedAt) {
        lastData.set(receivedAt);
        lastTick.set(barTime);
    }

    public void socketOpened() {
        sockets.incrementAndGet();
    }

    public void socketClosed() {
        sockets.decrementAndGet();
    }

    public void request() {
        requests.incrementAndGet();
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant lastData() {
        return lastData.get();
    }

    public @Nullable Instant lastTick() {
        return lastTick.get();
    }

    public int sockets() {
        return sockets.get();
    }

    public long requests() {
        return requests.get();
    }
}
