package io.fluxhero.simulation.run;

import io.fluxhero.simulation.world.Fault;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much of a seed's world takes place.
 *
 * @param without faults that do not strike
 * @param mostBars bars after which the day ends
 * @param inWords whether the trace is kept for reading
 */
public record Scope(Set<Fault> without, int mostBars, boolean inWords) {

    /** Everything the seed says. */
    public static final Scope WHOLE = new Scope(Set.of(), Integer.MAX_VALUE, false);

    /** The same without one fault. */
    Scope without(Fault fault) {
        EnumSet<Fault> fewer = EnumSet.noneOf(Fault.class);
        fewer.addAll(without);
        fewer.add(fault);
        return new Scope(fewer, mostBars, inWords);
    }

    /** The same for so many bars. */
    Scope bars(int bars) {
        return new Scope(without, bars, inWords);
    }

    /** The same, to be read. */
    Scope readable() {
        return new Scope(without, mostBars, true);
    }
}
