package io.fluxhero.execution.domain.order;

import io.fluxhero.engine.risk.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every order there ever was, and its history. */
public interface Orders {

    /** One step in the life of an order; {@code from} is absent for the first. */
    record Step(String orderId, @Nullable OrderState from, OrderState to, Instant at, String detail) {}

    Optional<Order> find(String orderId);

    /** The latest protective leg of an entry, where the entry has filled. */
    Optional<Order> legOf(String entryOrderId, Intent intent);

    /** Stores a new order. */
    void add(Order order);

    /** Stores what changed, and the step where the state did. */
    void save(Order order, String detail);

    /** Entries without an end, of one symbol or of all, oldest first. */
    List<Order> openEntries(String account, @Nullable String symbol);

    /** Orders in these states, in the order in which they came. */
    List<Order> inStates(String account, Set<OrderState> states);

    /** The newest orders, of one state or of all. */
    List<Order> newest(@Nullable OrderState state, int limit);

    /** What was ordered on the word of one signal, oldest first; legs of an entry included. */
    List<Order> ofSignal(String signalId);

    /** Steps of one order, first to last. */
    List<Step> stepsOf(String orderId);

    long count();
}
