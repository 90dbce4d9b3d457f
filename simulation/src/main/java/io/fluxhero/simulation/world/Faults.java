package io.fluxhero.simulation.world;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Decides which faults strike. Each draws from a source of its own, so that one left out leaves the others as they were. */
public final class Faults {

    private static final double SHARE_OF_SEEDS = 0.3;

    private final Map<Fault, Draw> draws = new EnumMap<>(Fault.class);
    private final Set<Fault> struck = EnumSet.noneOf(Fault.class);
    private final Trace trace;
    private boolean calm;

    /**
     * @param without faults that never strike, whatever the seed says
     */
    public Faults(Chance chance, Set<Fault> without, Trace trace) {
        this.trace = trace;
        Chance choice = chance.about("faults");
        double intensity = 0.5 + 1.5 * choice.unit();
        for (Fault fault : Fault.values()) {
            Chance own = choice.about(fault.name());
            boolean takesPart = own.odds(SHARE_OF_SEEDS);
            draws.put(fault, new Draw(own, takesPart && !without.contains(fault) ? fault.odds() * intensity : 0));
        }
    }

    private record Draw(Chance chance, double odds) {}

    private Draw draw(Fault fault) {
        return Objects.requireNonNull(draws.get(fault), "every fault has its draw");
    }

    /** Whether it strikes at this opportunity. */
    public boolean strikes(Fault fault) {
        Draw draw = draw(fault);
        if (draw.odds() == 0 || calm) {
            return false;
        }
        boolean strikes = draw.chance().odds(draw.odds());
        if (strikes) {
            hit(fault);
        }
        return strikes;
    }

    /** Whether the seed has it at all: for faults that are planned, not met. */
    public boolean planned(Fault fault) {
        return draw(fault).odds() > 0;
    }

    /** It did happen. */
    public void hit(Fault fault) {
        struck.add(fault);
        trace.add("fault", fault.name(), 0);
    }

    /** No more of them: the world comes to rest. */
    public void calm() {
        calm = true;
    }

    /** Whether something happened of which nobody but a person can find out. */
    public boolean isUnexplainable() {
        return struck.contains(Fault.REPORT_DROPPED) || struck.contains(Fault.TRADE_BUST);
    }

    /** Those that struck at least once. */
    public Set<Fault> struck() {
        return struck;
    }
}
