package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.risk.domain.record.DecisionRecord.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts one decision of the engine into words: the message for the topic {@code orders}, and the record for people. */
@ApplicationScoped
class WordOrder {

    private static final Logger LOG = Logger.getLogger(WordOrder.class);
    private static final String APPROVED = "APPROVED";

    private final ExplainOrder explain;
    private final RiskSettings settings;
    private final String configHash;

    WordOrder(ExplainOrder explain, RiskSettings settings) {
        this.explain = explain;
        this.settings = settings;
        this.configHash = settings.limits().hash();
    }

    /**
     * The message, where the decision concerns an order.
     *
     * @param after the account with the decision in it
     */
    Optional<OrderMessage> of(Decision decision, Occasion occasion, Account after) {
        return switch (decision) {
            case Decision.Approved approved -> Optional.of(approved(approved, occasion, after));
            case Decision.Denied denied -> Optional.of(denied(denied, occasion));
            case Decision.Cancel cancel -> Optional.of(cancel(cancel, occasion));
            case Decision.StopMoved moved -> Optional.of(stopMoved(moved, occasion));
            case Decision.Alert alert -> Optional.empty();
            case Decision.Ignored ignored -> Optional.empty();
        };
    }

    /** The record, where the decision answers a signal or a request. */
    Optional<DecisionRecord> record(Decision decision, Occasion occasion) {
        return switch (decision) {
            case Decision.Approved approved -> Optional.of(recordOf(approved, occasion));
            case Decision.Denied denied -> Optional.of(recordOf(denied, occasion));
            case Decision.Ignored ignored -> Optional.of(ignored(ignored, occasion));
            case Decision.Cancel cancel -> Optional.empty();
            case Decision.StopMoved moved -> Optional.empty();
            case Decision.Alert alert -> Optional.empty();
        };
    }

    /** Figures as messages carry them; what is not finite is left out. */
    static Map<String, BigDecimal> decimals(Map<String, Double> figures) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        figures.forEach((name, value) -> {
            BigDecimal decimal = ExplainOrder.decimal(value);
            if (decimal != null) {
                decimals.put(name, decimal);
            }
        });
        return decimals;
    }

    private OrderMessage approved(Decision.Approved approved, Occasion occasion, Account after) {
        Ticket ticket = approved.ticket();
        boolean isEntry = ticket.intent() == Intent.ENTRY;
        LOG.infof(
                "order.approved order=%s symbol=%s intent=%s side=%s shares=%d signal=%s",
                ticket.orderId(), ticket.symbol(), ticket.intent(), ticket.side(), ticket.shares(), ticket.signalId());
        return new OrderApproved(
                meta(occasion, ticket.symbol(), "order-approved", ticket.orderId()),
                settings.account(),
                ticket.orderId(),
                ticket.signalId(),
                ticket.symbol(),
                settings.timeframe().code(),
                occasion.barTime(),
                OrderIntent.valueOf(ticket.intent().name()),
                (ticket.side() == Side.LONG) == isEntry ? OrderSide.BUY : OrderSide.SELL,
                OrderType.valueOf(ticket.terms().type().name()),
                ticket.shares(),
                money(ticket.terms().limitMicros()),
                money(ticket.terms().triggerMicros()),
                PositionSide.valueOf(ticket.side().name()),
                ticket.mode() == null
                        ? null
                        : StrategyMode.valueOf(ticket.mode().name()),
                money(ticket.stopMicros()),
                money(ticket.targetMicros()),
                Double.isFinite(ticket.averageVolume()) ? (Long) Math.round(ticket.averageVolume()) : null,
                money(ticket.cashLimitMicros()),
                explain.of(approved),
                configHash,
                after.latch().epoch(),
                isEntry ? settings.time().sendBy(occasion.occurredAt()) : null);
    }

    private OrderMessage denied(Decision.Denied denied, Occasion occasion) {
        LOG.infof(
                "order.denied symbol=%s reason=%s signal=%s detail=\"%s\"",
                denied.symbol(), denied.code(), denied.signalId(), denied.detail());
        return new OrderDenied(
                meta(
                        occasion,
                        denied.symbol(),
                        "order-denied",
                        Objects.requireNonNullElse(denied.signalId(), denied.symbol())),
                settings.account(),
                denied.signalId(),
                denied.symbol(),
                settings.timeframe().code(),
                occasion.barTime(),
                denied.code(),
                decimals(denied.figures()),
                denied.detail());
    }

    private OrderMessage cancel(Decision.Cancel cancel, Occasion occasion) {
        LOG.infof(
                "order.cancel-requested order=%s symbol=%s reason=\"%s\"",
                cancel.orderId(), cancel.symbol(), cancel.reason());
        return new OrderCancelRequested(
                meta(occasion, cancel.symbol(), "order-cancel-requested", cancel.orderId()),
                settings.account(),
                cancel.orderId(),
                cancel.symbol(),
                occasion.barTime(),
                cancel.reason());
    }

    private OrderMessage stopMoved(Decision.StopMoved moved, Occasion occasion) {
        BigDecimal stop = ExplainOrder.plain(Micros.toDecimal(moved.stopMicros()));
        LOG.infof("protective-stop.moved symbol=%s stop=%s entry=%s", moved.symbol(), stop, moved.entryOrderId());
        return new ProtectiveStopMoved(
                meta(occasion, moved.symbol(), "protective-stop-moved", moved.entryOrderId()),
                settings.account(),
                moved.symbol(),
                moved.entryOrderId(),
                occasion.barTime(),
                stop);
    }

    private static DecisionRecord recordOf(Decision.Approved approved, Occasion occasion) {
        Ticket ticket = approved.ticket();
        Map<String, BigDecimal> figures = new TreeMap<>();
        figures.put("shares", BigDecimal.valueOf(ticket.shares()));
        figures.put("equity", ExplainOrder.plain(Micros.toDecimal(approved.equityMicros())));
        if (ticket.intent() == Intent.ENTRY) {
            figures.putAll(EntryFigures.of(approved));
            figures.put("risk_amount", ExplainOrder.plain(Micros.toDecimal(approved.riskMicros())));
            figures.put("stop", ExplainOrder.plain(Micros.toDecimal(ticket.stopMicros())));
            BigDecimal percent = ExplainOrder.decimal(ExplainOrder.riskPercent(approved));
            if (percent != null) {
                figures.put("risk_percent", percent);
            }
        }
        return new DecisionRecord(
                0,
                occasion.barTime(),
                Outcome.APPROVED,
                ticket.intent().name(),
                ticket.symbol(),
                ticket.signalId(),
                ticket.orderId(),
                APPROVED,
                ticket.intent() + " " + ticket.side() + " " + ticket.shares() + " " + ticket.symbol(),
                figures,
                occasion.correlationOf().apply(ticket.symbol()));
    }

    private static DecisionRecord recordOf(Decision.Denied denied, Occasion occasion) {
        return new DecisionRecord(
                0,
                occasion.barTime(),
                Outcome.DENIED,
                null,
                denied.symbol(),
                denied.signalId(),
                null,
                denied.code(),
                denied.detail(),
                decimals(denied.figures()),
                occasion.correlationOf().apply(denied.symbol()));
    }

    private static DecisionRecord ignored(Decision.Ignored ignored, Occasion occasion) {
        String reason = Objects.requireNonNullElse(ignored.reason(), "nothing to do");
        LOG.infof("signal.ignored symbol=%s signal=%s reason=\"%s\"", ignored.symbol(), ignored.signalId(), reason);
        return new DecisionRecord(
                0,
                occasion.barTime(),
                Outcome.IGNORED,
                null,
                ignored.symbol(),
                ignored.signalId(),
                null,
                "IGNORED",
                reason,
                Map.of(),
                occasion.correlationOf().apply(ignored.symbol()));
    }

    private static Meta meta(Occasion occasion, String symbol, String type, String subject) {
        return new Meta(
                Ids.derive("msg", type, subject, occasion.cause()),
                occasion.correlationOf().apply(symbol),
                occasion.occurredAt());
    }

    private static @Nullable BigDecimal money(long micros) {
        return micros == 0 ? null : ExplainOrder.plain(Micros.toDecimal(micros));
    }
}
