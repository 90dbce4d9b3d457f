package io.fluxhero.execution.domain.fence;

import java.util.Optional;

/** A halt where the database is not needed to write it or to see it. */
public interface HaltJournal {

    /** Whether a halt is on: looked up anew each time, so that a person can put one there by hand. */
    boolean isHalted();

    /** The halt; empty where there is none, or where what is there cannot be read. */
    Optional<Fence> read();

    /** On disk when this returns. */
    void write(Fence halt);

    void clear();
}
