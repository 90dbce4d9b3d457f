package io.fluxhero.simulation.world;

/** An invariant that does not hold; nothing catches it on its way out. */
public final class Broken extends Error {

    private static final long serialVersionUID = 1L;

    private final String invariant;

    public Broken(String invariant, String detail) {
        super(detail);
        this.invariant = invariant;
    }

    /** Its name. */
    public String invariant() {
        return invariant;
    }

    /** Throws it unless it holds. */
    public static void unless(boolean holds, String invariant, String detail) {
        if (!holds) {
            throw new Broken(invariant, detail);
        }
    }
}
