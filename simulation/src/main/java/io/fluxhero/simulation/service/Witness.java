package io.fluxhero.simulation.service;

import java.time.Instant;

/** Remembers what execution acknowledged, to hold it against what it does: nothing of execution's own tells it. */
public final class Witness {

    private long epoch;
    private boolean halted;
    private Instant leasedUntil = Instant.MIN;

    /** A halt counts once it was acknowledged, its end once it was asked for: it may have been stored by a dying process. */
    void fenced(long told, boolean halts) {
        if (told > epoch || (told == epoch && halts)) {
            epoch = told;
            halted = halts;
        }
    }

    void leased(Instant until) {
        leasedUntil = until.isAfter(leasedUntil) || until.equals(Instant.MIN) ? until : leasedUntil;
    }

    /** Oldest epoch that may still open something. */
    public long epoch() {
        return epoch;
    }

    /** Whether nothing may open. */
    public boolean isHalted() {
        return halted;
    }

    /** Until when something may open. */
    public Instant leasedUntil() {
        return leasedUntil;
    }
}
