package io.fluxhero.simulation.run;

import io.fluxhero.simulation.world.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one seed.
 *
 * @param events how much happened
 * @param hash of all that happened, in order
 * @param struck faults that struck
 * @param violation what is wrong, where anything is
 * @param trace in words, where it was asked for
 */
public record Outcome(
        long seed, long events, long hash, Set<Fault> struck, Optional<Violation> violation, List<String> trace) {

    /**
     * An invariant that does not hold.
     *
     * @param invariant its name
     * @param detail what was found
     */
    public record Violation(String invariant, String detail) {}
}
