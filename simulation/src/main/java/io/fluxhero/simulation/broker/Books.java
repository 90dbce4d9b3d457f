package io.fluxhero.simulation.broker;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The books of the broker. They are another party's: nothing that happens to our processes touches them. */
public final class Books implements PaperLedger {

    private final Map<String, WorkingOrder> working = new LinkedHashMap<>();
    private final List<BrokerReport> log = new ArrayList<>();
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final Map<String, Mark> prices = new HashMap<>();
    private final Map<String, BigDecimal> opening = new HashMap<>();

    /** Every execution by its id, oldest first. */
    public Map<String, Execution> executions() {
        return executions;
    }

    /** Takes an execution back, and what was held because of it. */
    public void bust(String fillId, Instant at) {
        Execution gone = executions.remove(fillId);
        if (gone != null) {
            if (gone.intent() == Intent.ENTRY) {
                holdLess(gone.entryOrderId() + "/held", gone.shares());
            }
            report(at, new BrokerReport.Unrecognised(gone.orderId(), "trade_bust " + fillId));
        }
    }

    private void holdLess(String key, long shares) {
        WorkingOrder held = working.get(key);
        if (held == null || held.ticket().shares() <= shares) {
            working.remove(key);
            return;
        }
        working.put(
                key,
                new WorkingOrder(
                        held.ticket().withShares(held.ticket().shares() - shares),
                        held.live(),
                        held.stopMicros(),
                        held.targetMicros(),
                        held.progress()));
    }

    /** The whole log. */
    public List<BrokerReport> log() {
        return log;
    }

    @Override
    public List<WorkingOrder> working() {
        return List.copyOf(working.values());
    }

    @Override
    public List<WorkingOrder> working(String symbol) {
        List<WorkingOrder> some = new ArrayList<>();
        for (WorkingOrder held : working.values()) {
            if (held.ticket().symbol().equals(symbol)) {
                some.add(held);
            }
        }
        return some;
    }

    @Override
    public void replace(List<WorkingOrder> before, List<WorkingOrder> now) {
        Map<String, WorkingOrder> kept = new HashMap<>();
        now.forEach(held -> kept.put(key(held), held));
        for (WorkingOrder held : before) {
            WorkingOrder next = kept.remove(key(held));
            if (next == null) {
                working.remove(key(held));
            } else {
                working.put(key(held), next);
            }
        }
        now.stream().filter(held -> kept.containsKey(key(held))).forEach(held -> working.put(key(held), held));
    }

    @Override
    public void record(String fillId, Execution execution) {
        if (executions.putIfAbsent(fillId, execution) != null) {
            throw new IllegalStateException("the broker gave execution id " + fillId + " twice");
        }
    }

    @Override
    public void report(Instant at, BrokerReport.Fact fact) {
        log.add(new BrokerReport(log.size() + 1L, at, fact));
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        int from = (int) Math.min(sequence, log.size());
        return List.copyOf(log.subList(from, Math.min(log.size(), from + limit)));
    }

    @Override
    public List<BrokerReport> reportsOf(String orderId) {
        return log.stream()
                .filter(report -> report.fact().orderId().equals(orderId))
                .toList();
    }

    @Override
    public boolean knows(String orderId) {
        return log.stream().anyMatch(report -> report.fact().orderId().equals(orderId));
    }

    @Override
    public long filled(String orderId) {
        return executions.values().stream()
                .filter(execution -> execution.orderId().equals(orderId))
                .mapToLong(Execution::shares)
                .sum();
    }

    @Override
    public List<Bar> passing(List<Bar> bars) {
        return bars.stream().filter(this::passes).toList();
    }

    private boolean passes(Bar bar) {
        Mark last = prices.get(bar.symbol());
        if (last != null && !bar.openTime().isAfter(last.barTime())) {
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
        long flow = 0;
        for (Execution execution : executions.values()) {
            flow -= signed(execution) * execution.priceMicros() + execution.commissionMicros();
        }
        return flow;
    }

    @Override
    public SortedMap<String, Long> shares() {
        SortedMap<String, Long> held = new TreeMap<>();
        executions.values().forEach(execution -> held.merge(execution.symbol(), signed(execution), Books::sumOrNone));
        held.values().removeIf(shares -> shares == 0);
        return held;
    }

    private static @Nullable Long sumOrNone(Long one, Long other) {
        return one + other == 0 ? null : (Long) (one + other);
    }

    private static long signed(Execution execution) {
        boolean enters = execution.intent() == Intent.ENTRY;
        return execution.shares() * execution.side().sign() * (enters ? 1 : -1);
    }

    /** A position and the rest of its entry may stand side by side under one order id. */
    private static String key(WorkingOrder held) {
        return held.ticket().orderId() + (held.isPosition() ? "/held" : "");
    }
}
