package io.fluxhero.gateway.live;

import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.fill.OrderStateChanged;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.gateway.api.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of late and how far they have come, as the topics tell it. Protective legs that execution makes itself are learnt from their fills. */
final class OrderBook {
    private static final int KEPT = 1_000;

    private final Map<String, Order> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Order> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Order approved(OrderApproved message) {
        Order before = known.get(message.orderId());
        if (before != null) {
            return before;
        }
        Order order = new Order(
                message.orderId(),
                message.signalId(),
                message.symbol(),
                message.timeframe(),
                message.barTime(),
                message.intent().name(),
                message.side().name(),
                message.orderType().name(),
                message.quantity(),
                message.limitPrice(),
                message.stopPrice(),
                message.positionSide().name(),
                message.mode() == null ? null : message.mode().name(),
                "APPROVED",
                0,
                null,
                null,
                message.meta().correlationId(),
                message.meta().occurredAt(),
                message.meta().occurredAt());
        known.put(order.id(), order);
        return order;
    }

    /** The order as it stands after the message; empty where the message is about no order, or none that is known. */
    synchronized Optional<Order> after(FillMessage message) {
        Instant at = message.meta().occurredAt();
        Optional<Order> order = switch (message) {
            case OrderAccepted m -> moved(m.orderId(), "ACCEPTED", null, at);
            case OrderRejected m -> moved(m.orderId(), "REJECTED", m.code() + ": " + m.detail(), at);
            case OrderCancelled m -> moved(m.orderId(), "CANCELLED", m.reason(), at);
            case OrderExpired m -> moved(m.orderId(), "EXPIRED", null, at);
            case OrderFilled m -> filled(m, at);
            case OrderStateChanged m -> moved(m.orderId(), m.state().name(), m.detail(), at);
            case ExternalPositionSeen _ -> Optional.empty();
            case CashMoved _ -> Optional.empty();
            case BarSettled _ -> Optional.empty();
        };
        order.ifPresent(now -> known.put(now.id(), now));
        return order;
    }

    private Optional<Order> moved(String id, String state, @Nullable String reason, Instant at) {
        Order order = known.get(id);
        return order == null
                ? Optional.empty()
                : Optional.of(with(order, state, order.filledQuantity(), order.averagePrice(), reason, at));
    }

    private Optional<Order> filled(OrderFilled fill, Instant at) {
        Order order = known.getOrDefault(fill.orderId(), bornOf(fill));
        if (order.filledQuantity() >= fill.cumulativeQuantity()) {
            return Optional.empty();
        }
        BigDecimal paid = fill.price().multiply(BigDecimal.valueOf(fill.quantity()));
        if (order.averagePrice() != null) {
            paid = paid.add(order.averagePrice().multiply(BigDecimal.valueOf(order.filledQuantity())));
        }
        BigDecimal average = paid.divide(BigDecimal.valueOf(fill.cumulativeQuantity()), MathContext.DECIMAL64);
        String state = fill.remainingQuantity() == 0 ? "FILLED" : "PARTIALLY_FILLED";
        return Optional.of(with(order, state, fill.cumulativeQuantity(), average.stripTrailingZeros(), null, at));
    }

    private static Order bornOf(OrderFilled fill) {
        return new Order(
                fill.orderId(),
                null,
                fill.symbol(),
                fill.timeframe(),
                fill.barTime(),
                fill.intent().name(),
                fill.side().name(),
                switch (fill.intent()) {
                    case PROTECTIVE_STOP -> "STOP";
                    case TAKE_PROFIT -> "LIMIT";
                    case ENTRY, EXIT, FLATTEN -> "MARKET";
                },
                fill.cumulativeQuantity() + fill.remainingQuantity(),
                null,
                null,
                fill.positionSide().name(),
                null,
                "ACCEPTED",
                0,
                null,
                null,
                fill.meta().correlationId(),
                fill.meta().occurredAt(),
                fill.meta().occurredAt());
    }

    private static Order with(
            Order order, String state, long filled, @Nullable BigDecimal average, @Nullable String reason, Instant at) {
        return new Order(
                order.id(),
                order.signalId(),
                order.symbol(),
                order.timeframe(),
                order.barTime(),
                order.intent(),
                order.side(),
                order.type(),
                order.quantity(),
                order.limitPrice(),
                order.stopPrice(),
                order.positionSide(),
                order.mode(),
                state,
                filled,
                average,
                reason,
                order.correlationId(),
                order.createdAt(),
                at);
    }
}
