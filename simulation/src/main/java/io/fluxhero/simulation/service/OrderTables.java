package io.fluxhero.simulation.service;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What execution keeps of its orders: each with its steps, and every fill. */
public final class OrderTables implements Orders {

    private record Row(long number, Order order) {}

    private final Rows<String, Row> orders;
    private final Rows<Long, String> ids;
    private final Rows<Long, Step> steps;
    private long sequence;

    OrderTables(Database database) {
        orders = new Rows<>(database);
        ids = new Rows<>(database);
        steps = new Rows<>(database);
    }

    /** Every order, oldest first, for those who look on. */
    public List<Order> look() {
        List<Order> all = new ArrayList<>();
        for (String id : ids.view().values()) {
            all.add(Objects.requireNonNull(orders.view().get(id)).order());
        }
        return all;
    }

    /** Every step, oldest first, for those who look on. */
    public Collection<Step> steps() {
        return steps.view().values();
    }

    @Override
    public Optional<Order> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId)).map(Row::order);
    }

    @Override
    public Optional<Order> legOf(String entryOrderId, Intent intent) {
        return inOrder().stream()
                .filter(order -> entryOrderId.equals(order.instruction().entryOrderId())
                        && order.instruction().intent() == intent)
                .findFirst();
    }

    @Override
    public void add(Order order) {
        long number = sequence++;
        if (!orders.add(order.orderId(), new Row(number, order))) {
            throw new IllegalStateException("order " + order.orderId() + " is there already");
        }
        ids.put(number, order.orderId());
        steps.put(sequence++, step(order, null, "created"));
    }

    @Override
    public void save(Order order, String detail) {
        Row before = orders.get(order.orderId());
        if (before == null) {
            throw new IllegalStateException("order " + order.orderId() + " is not there");
        }
        orders.put(order.orderId(), new Row(before.number(), order));
        if (before.order().state() != order.state()) {
            steps.put(sequence++, step(order, before.order().state(), detail));
        }
    }

    @Override
    public List<Order> openEntries(String account, @Nullable String symbol) {
        return inOrder().stream()
                .filter(order -> order.instruction().intent() == Intent.ENTRY
                        && !order.state().isTerminal()
                        && (symbol == null || symbol.equals(order.instruction().symbol())))
                .toList();
    }

    @Override
    public List<Order> inStates(String account, Set<OrderState> states) {
        List<Order> found = new ArrayList<>();
        for (Order order : inOrder()) {
            if (states.contains(order.state())) {
                found.add(order);
            }
        }
        return found;
    }

    @Override
    public List<Order> newest(@Nullable OrderState state, int limit) {
        return inOrder().reversed();
    }

    @Override
    public List<Order> ofSignal(String signalId) {
        return inOrder().stream()
                .filter(order -> signalId.equals(order.instruction().signalId()))
                .toList();
    }

    @Override
    public List<Step> stepsOf(String orderId) {
        return steps.all().stream()
                .filter(step -> step.orderId().equals(orderId))
                .toList();
    }

    @Override
    public long count() {
        return orders.view().size();
    }

    private List<Order> inOrder() {
        List<Order> all = new ArrayList<>();
        for (String id : ids.all()) {
            all.add(Objects.requireNonNull(orders.get(id)).order());
        }
        return all;
    }

    private static Step step(Order order, @Nullable OrderState from, String detail) {
        return new Step(order.orderId(), from, order.state(), order.progress().at(), detail);
    }

    /** Every execution, once. */
    public static final class Executions implements Fills {

        private final Rows<String, Fill> byId;
        private final Rows<Long, Fill> inOrder;
        private long sequence;

        Executions(Database database) {
            byId = new Rows<>(database);
            inOrder = new Rows<>(database);
        }

        /** All of them, oldest first, for those who look on. */
        public Collection<Fill> look() {
            return inOrder.view().values();
        }

        @Override
        public boolean contains(String fillId) {
            return byId.get(fillId) != null;
        }

        @Override
        public void add(String account, Fill fill, Instant at) {
            if (!byId.add(fill.fillId(), fill)) {
                throw new IllegalStateException("fill " + fill.fillId() + " is there already");
            }
            inOrder.put(sequence++, fill);
        }

        @Override
        public List<Fill> of(List<String> orderIds) {
            return inOrder.all().stream()
                    .filter(fill -> orderIds.contains(fill.orderId()))
                    .toList();
        }

        @Override
        public BigDecimal cashFlow(String account) {
            BigDecimal flow = BigDecimal.ZERO;
            for (Fill fill : inOrder.all()) {
                flow = (fill.isBuy() ? flow.subtract(fill.value()) : flow.add(fill.value()))
                        .subtract(fill.commission());
            }
            return flow;
        }

        @Override
        public Set<String> symbols(String account) {
            Set<String> symbols = new TreeSet<>();
            inOrder.all().forEach(fill -> symbols.add(fill.symbol()));
            return symbols;
        }

        @Override
        public List<Fill> newest(int limit) {
            return List.copyOf(inOrder.all()).reversed();
        }

        /** Shares filled of each order. */
        public Map<String, Long> filled() {
            Map<String, Long> filled = new HashMap<>();
            look().forEach(fill -> filled.merge(fill.orderId(), fill.quantity(), Long::sum));
            return filled;
        }
    }
}
