package io.fluxhero.execution.domain.bar;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bar queue without a database. */
final class BarsInMemory implements BarQueue {

    private final TreeMap<Instant, TreeMap<String, Bar>> waiting = new TreeMap<>();
    private final Map<String, Instant> taken = new HashMap<>();

    @Override
    public boolean add(Bar bar) {
        Instant last = taken.get(bar.symbol());
        if (last != null && !bar.openTime().isAfter(last)) {
            return false;
        }
        return waiting.computeIfAbsent(bar.openTime(), time -> new TreeMap<>()).putIfAbsent(bar.symbol(), bar) == null;
    }

    @Override
    public List<Bar> takeNext(Instant horizon) {
        if (waiting.isEmpty() || waiting.firstKey().isAfter(horizon)) {
            return List.of();
        }
        List<Bar> bars = List.copyOf(waiting.pollFirstEntry().getValue().values());
        bars.forEach(bar -> taken.put(bar.symbol(), bar.openTime()));
        return bars;
    }
}
