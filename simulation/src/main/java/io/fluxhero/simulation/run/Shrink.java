package io.fluxhero.simulation.run;

import io.fluxhero.simulation.world.Fault;
import java.util.function.Function;

/** Looks for the smallest world of a seed in which the same invariant still breaks: fewer bars, fewer faults. */
final class Shrink {

    private static final int FEWEST_BARS = 1;
    private static final int USUAL_BARS = 12;

    private final Function<Scope, Outcome> simulation;

    Shrink(Function<Scope, Outcome> simulation) {
        this.simulation = simulation;
    }

    /** The smallest failing world that was found, with its trace in words. */
    Outcome smallest(Outcome failed, Scope whole) {
        String invariant = failed.violation().orElseThrow().invariant();
        Scope scope = withFewerBars(whole, invariant);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Fault fault : simulation.apply(scope).struck()) {
                Scope less = scope.without(fault);
                boolean optional = fault.odds() > 0 && !scope.without().contains(fault);
                if (optional && fails(less, invariant)) {
                    scope = less;
                    smaller = true;
                }
            }
        }
        scope = withFewerBars(scope, invariant);
        return simulation.apply(scope.readable());
    }

    private Scope withFewerBars(Scope scope, String invariant) {
        for (int bars = FEWEST_BARS; bars < Math.min(scope.mostBars(), USUAL_BARS); bars++) {
            if (fails(scope.bars(bars), invariant)) {
                return scope.bars(bars);
            }
        }
        return scope;
    }

    private boolean fails(Scope scope, String invariant) {
        return simulation.apply(scope).violation().stream()
                .anyMatch(found -> found.invariant().equals(invariant));
    }
}
