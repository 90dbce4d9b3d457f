package io.fluxhero.execution;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every order there ever was, in memory. */
final class OrdersInMemory implements Orders {

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** Remembers everything; running the result brings it back. */
    Runnable copy() {
        Map<String, Order> oldOrders = new LinkedHashMap<>(orders);
        List<Step> oldSteps = new ArrayList<>(steps);
        return () -> {
            orders.clear();
            orders.putAll(oldOrders);
            steps.clear();
            steps.addAll(oldSteps);
        };
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public Optional<Order> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    @Override
    public Optional<Order> legOf(String entryOrderId, Intent intent) {
        return orders.values().stream()
                .filter(order -> entryOrderId.equals(order.instruction().entryOrderId())
                        && order.instruction().intent() == intent)
                .reduce((first, second) -> second);
    }

    @Override
    public void add(Order order) {
        orders.put(order.orderId(), order);
        steps.add(
                new Step(order.orderId(), null, order.state(), order.progress().at(), "created"));
    }

    @Override
    public void save(Order order, String detail) {
        OrderState before = orders.put(order.orderId(), order).state();
        steps.add(new Step(
                order.orderId(), before, order.state(), order.progress().at(), detail));
    }

    @Override
    public List<Order> openEntries(String account, @Nullable String symbol) {
        return orders.values().stream()
                .filter(order -> order.opens() && !order.state().isTerminal())
                .filter(order -> symbol == null || order.instruction().symbol().equals(symbol))
                .toList();
    }

    @Override
    public List<Order> inStates(String account, Set<OrderState> states) {
        return orders.values().stream()
                .filter(order -> states.contains(order.state()))
                .toList();
    }

    @Override
    public List<Order> newest(@Nullable OrderState state, int limit) {
        return List.copyOf(orders.values());
    }

    @Override
    public List<Order> ofSignal(String signalId) {
        return List.of();
    }

    @Override
    public List<Step> stepsOf(String orderId) {
        return steps.stream().filter(step -> step.orderId().equals(orderId)).toList();
    }

    @Override
    public long count() {
        return orders.size();
    }
}
