package io.fluxhero.execution;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What happened, in the words of the topic {@code fills}. */
@ApplicationScoped
class FillsOut {

    private final Outbox outbox;

    FillsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    void accepted(Order order, String brokerOrderId, Instant at) {
        publish(
                "order-accepted",
                new OrderAccepted(
                        metaOf(order, "order-accepted", order.orderId(), at),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        OrderIntent.valueOf(order.instruction().intent().name()),
                        brokerOrderId));
    }

    void filled(Order order, Fill fill, Instant at) {
        publish(
                "order-filled",
                new OrderFilled(
                        metaOf(order, "order-filled", fill.fillId(), at),
                        order.account(),
                        order.orderId(),
                        fill.symbol(),
                        fill.fillId(),
                        fill.entryOrderId(),
                        order.instruction().timeframe(),
                        fill.barTime(),
                        OrderIntent.valueOf(fill.intent().name()),
                        order.instruction().isBuy() ? OrderSide.BUY : OrderSide.SELL,
                        PositionSide.valueOf(fill.side().name()),
                        fill.quantity(),
                        fill.price(),
                        fill.commission(),
                        fill.slippage(),
                        order.progress().filled(),
                        order.remaining()));
    }

    void cancelled(Order order, String reason, Instant at) {
        publish(
                "order-cancelled",
                new OrderCancelled(
                        metaOf(order, "order-cancelled", order.orderId(), at),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        reason,
                        order.progress().filled()));
    }

    void rejected(Order order, String code, String detail, Instant at) {
        publish(
                "order-rejected",
                new OrderRejected(
                        metaOf(order, "order-rejected", order.orderId(), at),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        code,
                        detail));
    }

    void expired(Order order, Instant at) {
        publish(
                "order-expired",
                new OrderExpired(
                        metaOf(order, "order-expired", order.orderId(), at),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        order.progress().filled()));
    }

    void settled(String account, Bar bar) {
        String id = Ids.derive("msg", "bar-settled", account, bar.symbol(), bar.timeframe(), bar.openTime());
        Meta meta = new Meta(id, bar.correlationId(), bar.closedAt());
        publish(
                "bar-settled",
                new BarSettled(meta, account, bar.symbol(), bar.timeframe(), bar.openTime(), bar.close()));
    }

    private static Meta metaOf(Order order, String type, String subject, Instant at) {
        return new Meta(Ids.derive("msg", type, subject), order.correlationId(), at);
    }

    private void publish(String type, FillMessage message) {
        Meta meta = message.meta();
        outbox.append(new OutboxMessage(
                Topics.FILLS,
                message.key(),
                meta.messageId(),
                type,
                meta.correlationId(),
                meta.occurredAt(),
                Wire.write(message)));
    }
}
