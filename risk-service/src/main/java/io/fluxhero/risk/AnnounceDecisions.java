package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.CorrelationWarned;
import io.fluxhero.contracts.alert.DrawdownWarned;
import io.fluxhero.contracts.alert.ExposureCapped;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.alert.TradingHalted;
import io.fluxhero.contracts.alert.TradingResumed;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.record.AlertRecord;
import io.fluxhero.risk.domain.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells the others what the account decided: orders in the order of the decisions, alerts, and a record of each. */
@ApplicationScoped
class AnnounceDecisions {

    private static final Logger LOG = Logger.getLogger(AnnounceDecisions.class);

    private final WordOrder orders;
    private final Dispatch dispatch;
    private final Records records;
    private final RiskSettings settings;

    AnnounceDecisions(WordOrder orders, Dispatch dispatch, Records records, RiskSettings settings) {
        this.orders = orders;
        this.dispatch = dispatch;
        this.records = records;
        this.settings = settings;
    }

    /** What is said once the orders are out. */
    record Announced(List<OrderMessage> orders, List<RiskAlert> alerts) {}

    /**
     * Sends and records the decisions. Alerts are returned for the caller to send last.
     *
     * @param after the account with these decisions in it
     */
    Announced announce(List<Decision> decisions, Occasion occasion, Account after) {
        List<OrderMessage> sent = new ArrayList<>();
        flattenCommand(occasion).ifPresent(sent::add);
        List<RiskAlert> alerts = new ArrayList<>();
        for (Decision decision : decisions) {
            orders.of(decision, occasion, after).ifPresent(sent::add);
            orders.record(decision, occasion).ifPresent(records::add);
            if (decision instanceof Decision.Alert alert) {
                alerts.add(alert(alert, occasion, after.state()));
            }
        }
        dispatch.send(sent);
        return new Announced(sent, alerts);
    }

    /** Sends and records alerts. */
    void raise(List<RiskAlert> alerts) {
        dispatch.send(alerts);
        alerts.forEach(alert -> records.add(recordOf(alert)));
    }

    /** Raises an alert that a part of the system does not work as it should. */
    void faulted(Meta meta, Severity severity, String code, String detail, Map<String, BigDecimal> figures) {
        raise(List.of(new SystemFaulted(meta, settings.account(), severity, code, detail, figures, "risk-service")));
    }

    /** The command of record: who wanted positions closed at once, and why. Orders that do it follow. */
    private Optional<OrderMessage> flattenCommand(Occasion occasion) {
        Occasion.Person person = occasion.person();
        if (person == null || !person.flattens()) {
            return Optional.empty();
        }
        LOG.infof(
                "flatten.requested account=%s by=%s reason=\"%s\"", settings.account(), person.name(), person.reason());
        return Optional.of(new FlattenRequested(
                new Meta(
                        Ids.derive("msg", "flatten-requested", settings.account(), occasion.cause()),
                        occasion.correlationId(),
                        occasion.occurredAt()),
                settings.account(),
                null,
                person.reason(),
                person.name()));
    }

    private RiskAlert alert(Decision.Alert alert, Occasion occasion, AccountState after) {
        String account = settings.account();
        Meta meta = new Meta(
                Ids.derive("msg", alert.kind(), account, alert.code(), alert.detail(), occasion.cause()),
                occasion.correlationId(),
                occasion.occurredAt());
        Map<String, BigDecimal> figures = WordOrder.decimals(alert.figures());
        String code = alert.code();
        String detail = alert.detail();
        Occasion.Person person = occasion.person();
        RiskAlert message = switch (alert.kind()) {
            case DRAWDOWN_WARNED -> new DrawdownWarned(meta, account, Severity.WARNING, code, detail, figures);
            case EXPOSURE_CAPPED -> new ExposureCapped(meta, account, Severity.INFO, code, detail, figures);
            case CORRELATION_WARNED -> new CorrelationWarned(meta, account, Severity.WARNING, code, detail, figures);
            case TRADING_HALTED -> {
                String trigger = Objects.requireNonNullElse(after.haltTrigger(), code);
                String by = person == null ? trigger : person.name();
                yield new TradingHalted(meta, account, Severity.CRITICAL, code, detail, figures, trigger, by);
            }
            case TRADING_RESUMED -> {
                String by = person == null ? code : person.name();
                yield new TradingResumed(meta, account, Severity.INFO, code, detail, figures, by);
            }
        };
        LOG.infof("%s account=%s code=%s detail=\"%s\"", fact(alert.kind()), account, code, detail);
        return message;
    }

    private static String fact(Decision.Alert.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static AlertRecord recordOf(RiskAlert alert) {
        return switch (alert) {
            case DrawdownWarned a -> record(a, a.severity(), a.code(), a.detail(), a.figures());
            case TradingHalted a -> record(a, a.severity(), a.code(), a.detail(), a.figures());
            case TradingResumed a -> record(a, a.severity(), a.code(), a.detail(), a.figures());
            case ExposureCapped a -> record(a, a.severity(), a.code(), a.detail(), a.figures());
            case CorrelationWarned a -> record(a, a.severity(), a.code(), a.detail(), a.figures());
            case SystemFaulted a -> record(a, a.severity(), a.code(), a.detail(), a.figures());
        };
    }

    private static AlertRecord record(
            RiskAlert alert, Severity severity, String code, String detail, Map<String, BigDecimal> figures) {
        return new AlertRecord(
                0,
                alert.meta().occurredAt(),
                Dispatch.typeOf(alert),
                severity.name(),
                code,
                detail,
                figures,
                alert.meta().correlationId());
    }
}
