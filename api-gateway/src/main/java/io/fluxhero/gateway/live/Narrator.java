package io.fluxhero.gateway.live;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.RiskAlert;
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
import io.fluxhero.contracts.fill.OrderStatus;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderCancelRequested;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.gateway.api.Activity;
import io.fluxhero.gateway.api.RiskAlertView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages as lines of the activity feed. Watermarks and ratchets make no line. */
final class Narrator {
    private static final String INFO = "INFO";
    private static final String WARNING = "WARNING";
    private static final String ORDER = "ORDER";
    private static final int CENTS = 2;

    private Narrator() {}

    static Activity line(SignalMessage message) {
        return switch (message) {
            case EntrySignalled m ->
                line(
                        m.meta(),
                        "SIGNAL",
                        INFO,
                        m.symbol(),
                        "Entry " + m.side() + " " + m.symbol(),
                        m.explanation().compactReason(),
                        m.signalId());
            case ExitSignalled m ->
                line(
                        m.meta(),
                        "SIGNAL",
                        INFO,
                        m.symbol(),
                        "Exit " + m.side() + " " + m.symbol(),
                        m.explanation().compactReason(),
                        m.signalId());
        };
    }

    static Optional<Activity> line(OrderMessage message) {
        return switch (message) {
            case OrderApproved m -> {
                String title = m.side() + " " + m.quantity() + " " + m.symbol() + " approved";
                yield Optional.of(
                        line(m.meta(), ORDER, INFO, m.symbol(), title, m.intent() + " " + m.orderType(), m.orderId()));
            }
            case OrderDenied m ->
                Optional.of(line(
                        m.meta(),
                        "DENIAL",
                        WARNING,
                        m.symbol(),
                        m.symbol() + " denied: " + m.code(),
                        m.detail(),
                        m.signalId()));
            case OrderCancelRequested m ->
                Optional.of(line(
                        m.meta(), ORDER, INFO, m.symbol(), m.symbol() + " cancel requested", m.reason(), m.orderId()));
            case FlattenRequested m -> {
                String what = m.symbol() == null ? "everything" : m.symbol();
                yield Optional.of(
                        asked(m.meta(), m.symbol(), "Flatten " + what, m.reason() + " (" + m.requestedBy() + ")"));
            }
            case PaperResetRequested m -> {
                String what = "Reset of the paper account to " + money(m.cash()) + " requested";
                yield Optional.of(asked(m.meta(), null, what, m.reason() + " (" + m.requestedBy() + ")"));
            }
            case ProtectiveStopMoved _ -> Optional.empty();
            case BarDecided _ -> Optional.empty();
        };
    }

    static Optional<Activity> line(FillMessage message) {
        return switch (message) {
            case OrderFilled m -> Optional.of(filled(m));
            case OrderRejected m ->
                Optional.of(line(
                        m.meta(),
                        ORDER,
                        WARNING,
                        m.symbol(),
                        m.symbol() + " rejected: " + m.code(),
                        m.detail(),
                        m.orderId()));
            case OrderCancelled m ->
                Optional.of(
                        line(m.meta(), ORDER, INFO, m.symbol(), m.symbol() + " cancelled", m.reason(), m.orderId()));
            case OrderExpired m ->
                Optional.of(line(
                        m.meta(),
                        ORDER,
                        INFO,
                        m.symbol(),
                        m.symbol() + " expired",
                        "the order's time ran out",
                        m.orderId()));
            case OrderStateChanged m -> worthTelling(m);
            case ExternalPositionSeen m ->
                Optional.of(line(
                        m.meta(),
                        ORDER,
                        WARNING,
                        m.symbol(),
                        m.symbol() + " is held at the broker but not ours",
                        m.shares() + " shares that no order of ours bought",
                        null));
            case CashMoved m -> Optional.of(moved(m));
            case OrderAccepted _ -> Optional.empty();
            case BarSettled _ -> Optional.empty();
        };
    }

    /** A person asked for it. */
    private static Activity asked(Meta meta, @Nullable String symbol, String what, String why) {
        return line(meta, ORDER, WARNING, symbol, what, why, null);
    }

    private static Activity moved(CashMoved m) {
        return line(
                m.meta(),
                "FILL",
                WARNING,
                null,
                "Paper account was reset to " + money(m.cash()),
                m.reason() + ": cash moved by " + money(m.amount()),
                null);
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Activity filled(OrderFilled m) {
        String title = m.side() + " " + m.quantity() + " " + m.symbol() + " @ "
                + m.price().setScale(CENTS, RoundingMode.HALF_EVEN);
        String detail = m.intent().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (m.remainingQuantity() == 0 ? "" : ", " + m.remainingQuantity() + " still open");
        return line(m.meta(), "FILL", INFO, m.symbol(), title, detail, m.orderId());
    }

    private static Optional<Activity> worthTelling(OrderStateChanged step) {
        boolean routine = step.state() == OrderStatus.SUBMITTED || step.state() == OrderStatus.CANCEL_REQUESTED;
        String title = step.symbol() + " "
                + step.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return routine
                ? Optional.empty()
                : Optional.of(line(step.meta(), ORDER, WARNING, step.symbol(), title, step.detail(), step.orderId()));
    }

    static Activity line(RiskAlert message) {
        RiskAlertView alert = Views.alert(message);
        String title = alert.type().replace('-', ' ');
        return line(message.meta(), "ALERT", alert.severity(), null, title, alert.detail(), alert.code());
    }

    static Activity regimeChange(IndicatorsUpdated row, String before) {
        return line(
                row.meta(),
                "REGIME",
                INFO,
                row.symbol(),
                row.symbol() + " is now " + row.regime(),
                "before: " + before,
                null);
    }

    private static Activity line(
            Meta meta,
            String kind,
            String severity,
            @Nullable String symbol,
            String title,
            String detail,
            @Nullable String reference) {
        return new Activity(
                meta.messageId(),
                meta.occurredAt(),
                kind,
                severity,
                symbol,
                title,
                detail,
                reference,
                meta.correlationId());
    }
}
