package io.fluxhero.execution.domain.bar;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The bar queue without a database. */
public final class BarsInMemory implements BarQueue {

    private final TreeMap<Instant, TreeMap<String, Bar>> waiting = new TreeMap<>();
    private final Map<String, Instant> taken = new HashMap<>();

    @Override
    public void add(Bar bar) {
        Instant last = taken.get(bar.symbol());
        if (last == null || bar.openTime().isAfter(last)) {
            waiting.computeIfAbsent(bar.openTime(), time -> new TreeMap<>()).putIfAbsent(bar.symbol(), bar);
        }
    }

    @Override
    public List<Bar> next(Instant horizon) {
        return waiting.isEmpty() || waiting.firstKey().isAfter(horizon)
                ? List.of()
                : List.copyOf(waiting.firstEntry().getValue().values());
    }

    @Override
    public void remove(List<Bar> bars) {
        for (Bar bar : bars) {
            TreeMap<String, Bar> sameTime = waiting.get(bar.openTime());
            sameTime.remove(bar.symbol());
            if (sameTime.isEmpty()) {
                waiting.remove(bar.openTime());
            }
            taken.put(bar.symbol(), bar.openTime());
        }
    }

    /** Remembers everything; running the result brings it back. */
    public Runnable copy() {
        TreeMap<Instant, TreeMap<String, Bar>> oldWaiting = new TreeMap<>();
        waiting.forEach((time, bars) -> oldWaiting.put(time, new TreeMap<>(bars)));
        Map<String, Instant> oldTaken = new HashMap<>(taken);
        return () -> {
            waiting.clear();
            waiting.putAll(oldWaiting);
            taken.clear();
            taken.putAll(oldTaken);
        };
    }

    /** Lets every bar pass that may, earliest first, and returns where the lock-step stands then. */
    Lockstep advance(Lockstep lockstep, Consumer<List<Bar>> market) {
        Lockstep now = lockstep;
        List<Bar> bars = next(now.horizon());
        while (!bars.isEmpty()) {
            market.accept(bars);
            remove(bars);
            now = now.settledAt(bars.getFirst().openTime());
            bars = next(now.horizon());
        }
        return now;
    }
}
