package io.fluxhero.simulation.run;

import io.fluxhero.simulation.world.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Outcomes of many seeds added up; the order in which they come makes no difference. */
final class Tally {

    private static final int MOST_FAILURES = 100;

    private final Map<Fault, Long> coverage = new EnumMap<>(Fault.class);
    private final List<Outcome> failures = new ArrayList<>();
    private long seeds;
    private long events;
    private long violations;
    private long hash;

    Tally() {
        for (Fault fault : Fault.values()) {
            coverage.put(fault, 0L);
        }
    }

    synchronized void add(Outcome outcome) {
        seeds++;
        events += outcome.events();
        hash += (outcome.hash() ^ outcome.seed()) * 0x9E3779B97F4A7C15L;
        outcome.struck().forEach(fault -> coverage.merge(fault, 1L, Long::sum));
        if (outcome.violation().isPresent()) {
            violations++;
            failures.add(outcome);
            failures.sort(Comparator.comparingLong(Outcome::seed));
            if (failures.size() > MOST_FAILURES) {
                failures.removeLast();
            }
        }
    }

    synchronized long seeds() {
        return seeds;
    }

    synchronized long violations() {
        return violations;
    }

    /** As it stands. */
    synchronized Report report(long from, double seconds) {
        return new Report(
                from,
                seeds,
                events,
                violations,
                String.format(java.util.Locale.ROOT, "%016x", hash),
                new EnumMap<>(coverage),
                List.copyOf(failures),
                seconds);
    }
}
