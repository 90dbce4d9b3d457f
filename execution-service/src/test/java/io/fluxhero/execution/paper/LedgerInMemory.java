package io.fluxhero.execution.paper;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.PaperLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The paper broker's books without a database. */
public final class LedgerInMemory implements PaperLedger {

    private final Set<String> known = new HashSet<>();
    private final Set<String> fillIds = new HashSet<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<BrokerReport> reports = new ArrayList<>();
    private final Map<String, Mark> prices = new HashMap<>();
    private final List<WorkingOrder> working = new ArrayList<>();
    private final Map<String, BigDecimal> opening = new HashMap<>();

    @Override
    public List<WorkingOrder> working() {
        return List.copyOf(working);
    }

    @Override
    public List<WorkingOrder> working(String symbol) {
        return working.stream()
                .filter(held -> held.ticket().symbol().equals(symbol))
                .toList();
    }

    @Override
    public boolean knows(String orderId) {
        return known.contains(orderId);
    }

    @Override
    public long filled(String orderId) {
        return executions.stream()
                .filter(done -> done.orderId().equals(orderId))
                .mapToLong(Execution::shares)
                .sum();
    }

    @Override
    public void replace(List<WorkingOrder> before, List<WorkingOrder> now) {
        for (WorkingOrder held : now) {
            known.add(held.ticket().orderId());
            int place = placeOf(held);
            if (place < 0) {
                working.add(held);
            } else {
                working.set(place, held);
            }
        }
        before.stream()
                .filter(held -> now.stream().noneMatch(other -> same(held, other)))
                .forEach(gone -> working.remove(placeOf(gone)));
    }

    private int placeOf(WorkingOrder wanted) {
        for (int i = 0; i < working.size(); i++) {
            if (same(working.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(WorkingOrder one, WorkingOrder other) {
        return one.ticket().orderId().equals(other.ticket().orderId()) && one.isPosition() == other.isPosition();
    }

    @Override
    public void record(String fillId, Execution execution) {
        if (!fillIds.add(fillId)) {
            throw new IllegalStateException("fill twice: " + fillId);
        }
        executions.add(execution);
    }

    @Override
    public void report(Instant at, BrokerReport.Fact fact) {
        reports.add(new BrokerReport(reports.size() + 1, at, fact));
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        return reports.stream()
                .filter(report -> report.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public List<BrokerReport> reportsOf(String orderId) {
        return reports.stream()
                .filter(report -> report.fact().orderId().equals(orderId))
                .toList();
    }

    @Override
    public List<Bar> passing(List<Bar> bars) {
        return bars.stream().filter(this::passes).toList();
    }

    private boolean passes(Bar bar) {
        Mark last = prices.get(bar.symbol());
        if (last != null && !last.barTime().isBefore(bar.openTime())) {
            return false;
        }
        prices.put(bar.symbol(), new Mark(bar.symbol(), bar.timeframe(), bar.openTime(), bar.close()));
        return true;
    }

    @Override
    public Optional<Mark> lastPrice(String symbol) {
        return Optional.ofNullable(prices.get(symbol));
    }

    @Override
    public BigDecimal openedWith(String account, BigDecimal cash) {
        return opening.computeIfAbsent(account, opened -> cash);
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
