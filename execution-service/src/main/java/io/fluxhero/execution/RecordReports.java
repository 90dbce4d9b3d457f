package io.fluxhero.execution;

import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.BrokerReport.Accepted;
import io.fluxhero.execution.domain.broker.BrokerReport.Cancelled;
import io.fluxhero.execution.domain.broker.BrokerReport.Expired;
import io.fluxhero.execution.domain.broker.BrokerReport.Filled;
import io.fluxhero.execution.domain.broker.BrokerReport.LegAccepted;
import io.fluxhero.execution.domain.broker.BrokerReport.Rejected;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Takes in what the broker reports, in its order: the order moves, then the world hears of it. */
@ApplicationScoped
class RecordReports {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");
    private static final String CORRELATION = "correlationId";

    private final Orders orders;
    private final ApplyFill applyFill;
    private final FillsOut fills;

    RecordReports(Orders orders, ApplyFill applyFill, FillsOut fills) {
        this.orders = orders;
        this.applyFill = applyFill;
        this.fills = fills;
    }

    void all(List<BrokerReport> reports, Instant at) {
        for (BrokerReport report : reports) {
            Order order = subjectOf(report, at);
            Object before = MDC.get(CORRELATION);
            MDC.put(CORRELATION, order.correlationId());
            try {
                record(report, order, at);
            } finally {
                restore(before);
            }
        }
    }

    private Order subjectOf(BrokerReport report, Instant at) {
        if (!(report instanceof LegAccepted leg)) {
            return known(report.orderId());
        }
        Order order = known(leg.entryOrderId()).leg(leg.orderId(), leg.intent(), at);
        orders.add(order);
        Order submitted = order.moveTo(OrderState.SUBMITTED, at);
        orders.save(submitted, "held by the broker for its entry");
        return submitted;
    }

    private Order known(String orderId) {
        return orders.find(orderId)
                .orElseThrow(
                        () -> new IllegalStateException("the broker reports an order that is not ours: " + orderId));
    }

    private void record(BrokerReport report, Order order, Instant at) {
        switch (report) {
            case Accepted accepted -> accept(order, accepted.brokerOrderId(), at);
            case LegAccepted leg -> accept(order, leg.orderId(), at);
            case Filled filled -> applyFill.on(order, filled.fill(), at);
            case Cancelled cancelled -> {
                Order gone = end(order, OrderState.CANCELLED, cancelled.reason(), at);
                fills.cancelled(gone, cancelled.reason(), at);
            }
            case Rejected rejected -> {
                Order refused = end(order, OrderState.REJECTED, rejected.code() + ": " + rejected.detail(), at);
                fills.rejected(refused, rejected.code(), rejected.detail(), at);
            }
            case Expired expired -> fills.expired(end(order, OrderState.EXPIRED, "time ran out", at), at);
        }
    }

    private void accept(Order order, String brokerOrderId, Instant at) {
        Order accepted = order.moveTo(OrderState.ACCEPTED, at);
        orders.save(accepted, "broker order " + brokerOrderId);
        LOG.infof(
                "order.accepted symbol=%s order=%s intent=%s side=%s quantity=%d",
                accepted.instruction().symbol(),
                accepted.orderId(),
                accepted.instruction().intent(),
                accepted.instruction().side(),
                accepted.instruction().quantity());
        fills.accepted(accepted, brokerOrderId, at);
    }

    private Order end(Order order, OrderState state, String reason, Instant at) {
        Order ended = order.moveTo(state, at);
        orders.save(ended, reason);
        LOG.infof(
                "order.%s symbol=%s order=%s intent=%s reason=%s",
                state.name().toLowerCase(Locale.ROOT),
                ended.instruction().symbol(),
                ended.orderId(),
                ended.instruction().intent(),
                reason);
        return ended;
    }

    private static void restore(@Nullable Object before) {
        if (before == null) {
            MDC.remove(CORRELATION);
        } else {
            MDC.put(CORRELATION, before);
        }
    }
}
