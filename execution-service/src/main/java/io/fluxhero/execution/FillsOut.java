package io.fluxhero.execution;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.fill.OrderStateChanged;
import io.fluxhero.contracts.fill.OrderStatus;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened, in the words of the topics {@code fills} and {@code risk-alerts}. */
@ApplicationScoped
public class FillsOut {

    private static final String ACCEPTED = "order-accepted";
    private static final String FILLED = "order-filled";
    private static final String CANCELLED = "order-cancelled";
    private static final String REJECTED = "order-rejected";
    private static final String EXPIRED = "order-expired";
    private static final String STATE_CHANGED = "order-state-changed";
    private static final String EXTERNAL = "external-position-seen";
    private static final String SETTLED = "bar-settled";

    private final MessagesOut messages;

    public FillsOut(MessagesOut messages) {
        this.messages = messages;
    }

    void accepted(Order order, String brokerOrderId) {
        accepted(order, brokerOrderId, order.clientOrderId());
    }

    /** It works on, after we asked for its end. */
    void worksOn(Order order, String brokerOrderId) {
        accepted(order, brokerOrderId, order.orderId() + "-" + order.progress().version());
    }

    private void accepted(Order order, String brokerOrderId, String subject) {
        messages.append(
                Topics.FILLS,
                ACCEPTED,
                new OrderAccepted(
                        metaOf(order, ACCEPTED, subject),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        intentOf(order),
                        brokerOrderId));
    }

    void filled(Order order, Fill fill) {
        messages.append(
                Topics.FILLS,
                FILLED,
                new OrderFilled(
                        metaOf(order, FILLED, fill.fillId()),
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

    void cancelled(Order order, String reason) {
        messages.append(
                Topics.FILLS,
                CANCELLED,
                new OrderCancelled(
                        metaOf(order, CANCELLED, order.orderId()),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        reason,
                        order.progress().filled()));
    }

    void rejected(Order order, String code, String detail) {
        messages.append(
                Topics.FILLS,
                REJECTED,
                new OrderRejected(
                        metaOf(order, REJECTED, order.orderId()),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        code,
                        detail));
    }

    void expired(Order order) {
        messages.append(
                Topics.FILLS,
                EXPIRED,
                new OrderExpired(
                        metaOf(order, EXPIRED, order.orderId()),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        order.progress().filled()));
    }

    void stateChanged(Order order, OrderStatus status, String detail) {
        String subject = order.orderId() + "-" + order.progress().version();
        messages.append(
                Topics.FILLS,
                STATE_CHANGED,
                new OrderStateChanged(
                        metaOf(order, STATE_CHANGED, subject),
                        order.account(),
                        order.orderId(),
                        order.instruction().symbol(),
                        intentOf(order),
                        status,
                        order.clientOrderId(),
                        order.progress().filled(),
                        detail));
    }

    void settled(String account, List<Bar> bars) {
        messages.appendAll(
                Topics.FILLS,
                SETTLED,
                bars.stream().map(bar -> settlement(account, bar)).toList());
    }

    private static BarSettled settlement(String account, Bar bar) {
        String id = Ids.derive("msg", SETTLED, account, bar.symbol(), bar.timeframe(), bar.openTime());
        Meta meta = new Meta(id, bar.correlationId(), bar.closedAt());
        return new BarSettled(meta, account, bar.symbol(), bar.timeframe(), bar.openTime(), bar.close());
    }

    void external(String account, String symbol, long shares, @Nullable BigDecimal price, Instant at) {
        String id = Ids.derive("msg", EXTERNAL, account, symbol, shares, at);
        messages.append(
                Topics.FILLS, EXTERNAL, new ExternalPositionSeen(new Meta(id, id, at), account, symbol, shares, price));
    }

    void faulted(String account, Severity severity, String code, String detail, Instant at) {
        String id = Ids.derive("alr", account, code, detail, at);
        messages.append(
                Topics.RISK_ALERTS,
                "system-faulted",
                new SystemFaulted(
                        new Meta(id, id, at), account, severity, code, detail, Map.of(), "execution-service"));
    }

    private static OrderIntent intentOf(Order order) {
        return OrderIntent.valueOf(order.instruction().intent().name());
    }

    private static Meta metaOf(Order order, String type, String subject) {
        return new Meta(
                Ids.derive("msg", type, subject),
                order.correlationId(),
                order.progress().at());
    }
}
