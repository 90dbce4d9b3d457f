package io.fluxhero.simulation.world;

import java.util.Set;

/**
 * What everything in one seeded world shares.
 *
 * @param seed everything follows from it
 * @param chance source of all random numbers
 * @param agenda what happens when
 * @param trace what happened
 * @param faults what goes wrong
 */
public record World(long seed, Chance chance, Agenda agenda, Trace trace, Faults faults) {

    /** 2026-01-05 14:30 UTC: a Monday, as the exchange opens. */
    public static final long BEGINNING = 1_767_623_400_000L;

    /** The world of this seed at its beginning. */
    public static World of(long seed, Set<Fault> without, boolean inWords) {
        Chance chance = Chance.of(seed);
        Agenda agenda = new Agenda(BEGINNING);
        Trace trace = new Trace(agenda, inWords);
        return new World(seed, chance, agenda, trace, new Faults(chance, without, trace));
    }
}
