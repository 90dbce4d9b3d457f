package io.fluxhero.simulation.world;

/** The process is gone in the middle of what it did: no handler runs, nothing is caught. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    public Killed() {
        super("killed", null, false, false);
    }
}
