package io.fluxhero.simulation.world;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only where the agenda says so. A process may have a wrong view of it. */
public final class VirtualClock extends Clock {

    private final Agenda agenda;
    private long skewMillis;

    public VirtualClock(Agenda agenda) {
        this.agenda = agenda;
    }

    /** From now on this clock is wrong by so much. */
    public void skew(long millis) {
        skewMillis = millis;
    }

    @Override
    public long millis() {
        return agenda.now() + skewMillis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
