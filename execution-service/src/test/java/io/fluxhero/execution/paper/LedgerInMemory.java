package io.fluxhero.execution.paper;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.broker.PaperLedger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The paper broker's books without a database. */
final class LedgerInMemory implements PaperLedger {

    private final Set<String> known = new HashSet<>();
    private final Set<String> fillIds = new HashSet<>();
    private final List<Execution> executions = new ArrayList<>();
    private List<WorkingOrder> working = List.of();

    @Override
    public List<WorkingOrder> working() {
        return working;
    }

    @Override
    public boolean knows(String orderId) {
        return known.contains(orderId);
    }

    @Override
    public void replace(List<WorkingOrder> before, List<WorkingOrder> now) {
        now.forEach(held -> known.add(held.ticket().orderId()));
        working = List.copyOf(now);
    }

    @Override
    public void record(String fillId, Execution execution) {
        if (!fillIds.add(fillId)) {
            throw new IllegalStateException("fill twice: " + fillId);
        }
        executions.add(execution);
    }

    @Override
    public long cashFlowMicros() {
        return executions.stream()
                .mapToLong(done -> -bought(done) * done.priceMicros() - done.commissionMicros())
                .sum();
    }

    @Override
    public SortedMap<String, Long> shares() {
        SortedMap<String, Long> held = new TreeMap<>();
        executions.forEach(done -> held.merge(done.symbol(), bought(done), Long::sum));
        held.values().removeIf(count -> count == 0);
        return held;
    }

    private static long bought(Execution done) {
        return (done.intent() == Intent.ENTRY) == (done.side() == Side.LONG) ? done.shares() : -done.shares();
    }
}
