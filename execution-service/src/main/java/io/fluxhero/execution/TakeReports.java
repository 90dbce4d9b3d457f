package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.BrokerReport.Accepted;
import io.fluxhero.execution.domain.broker.BrokerReport.CancelRefused;
import io.fluxhero.execution.domain.broker.BrokerReport.Cancelled;
import io.fluxhero.execution.domain.broker.BrokerReport.CashMoved;
import io.fluxhero.execution.domain.broker.BrokerReport.Expired;
import io.fluxhero.execution.domain.broker.BrokerReport.Filled;
import io.fluxhero.execution.domain.broker.BrokerReport.LegAccepted;
import io.fluxhero.execution.domain.broker.BrokerReport.Rejected;
import io.fluxhero.execution.domain.broker.BrokerReport.Replaced;
import io.fluxhero.execution.domain.broker.BrokerReport.Unrecognised;
import io.fluxhero.execution.domain.order.Contradiction;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Takes in what the broker reports, in its order and once: the order moves, then the world hears of it. */
@ApplicationScoped
public class TakeReports {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");
    private static final String CORRELATION = "correlationId";
    private static final int AT_ONCE = 500;

    private final ExecutionConfig config;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final OrderSteps steps;
    private final ApplyFill applyFill;
    private final ResetAccount resetAccount;
    private final Discrepancies discrepancies;
    private final FillsOut fills;
    private final Broker broker;

    @SuppressWarnings("TooManyParameters") // what it reads, what it writes
    public TakeReports(
            ExecutionConfig config,
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            OrderSteps steps,
            ApplyFill applyFill,
            ResetAccount resetAccount,
            Discrepancies discrepancies,
            FillsOut fills,
            Broker broker) {
        this.config = config;
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.steps = steps;
        this.applyFill = applyFill;
        this.resetAccount = resetAccount;
        this.discrepancies = discrepancies;
        this.fills = fills;
        this.broker = broker;
    }

    /** Everything that the broker has to say; returns whether there was anything. */
    public boolean all() {
        long cursor = transactions.call(() -> accounts.lock(config.account()).reportCursor());
        List<BrokerReport> reports = broker.reportsAfter(cursor, AT_ONCE);
        boolean any = !reports.isEmpty();
        while (!reports.isEmpty()) {
            List<BrokerReport> some = reports;
            cursor = transactions.call(() -> {
                Standing before = accounts.lock(config.account());
                Standing now = take(before, some);
                accounts.save(config.account(), now);
                return now.reportCursor();
            });
            reports = some.size() < AT_ONCE ? List.of() : broker.reportsAfter(cursor, AT_ONCE);
        }
        return any;
    }

    /** Takes in those that were not taken in before, in the current transaction. */
    Standing take(Standing before, List<BrokerReport> reports) {
        long cursor = before.reportCursor();
        for (BrokerReport report : reports) {
            if (report.sequence() > cursor) {
                take(report, before);
                cursor = report.sequence();
            }
        }
        return before.readUpTo(cursor);
    }

    private void take(BrokerReport report, Standing standing) {
        if (report.fact() instanceof CashMoved moved) {
            resetAccount.booked(moved, config.account(), report.at(), standing);
            return;
        }
        Optional<Order> subject = subjectOf(report.fact());
        if (subject.isEmpty()) {
            doubt(report, "no order of ours has this id");
            return;
        }
        Object before = MDC.get(CORRELATION);
        MDC.put(CORRELATION, subject.get().correlationId());
        try {
            record(report, subject.get());
        } catch (Contradiction contradiction) {
            doubt(report, Objects.toString(contradiction.getMessage(), contradiction.toString()));
        } finally {
            restore(before);
        }
    }

    private Optional<Order> subjectOf(BrokerReport.Fact fact) {
        String id = fact instanceof LegAccepted leg ? leg.entryOrderId() : fact.orderId();
        Optional<Order> exact = orders.find(id);
        return exact.isPresent() ? exact : orders.find(Order.orderIdOf(id));
    }

    private void record(BrokerReport report, Order order) {
        Instant at = report.at();
        if (isAboutAnEarlierAttempt(report.fact(), order)) {
            LOG.infof(
                    "report.of_earlier_attempt order=%s report=%d",
                    report.fact().orderId(), report.sequence());
            return;
        }
        switch (report.fact()) {
            case Accepted accepted -> accept(order, accepted, at);
            case LegAccepted leg -> holdLeg(order, leg, report);
            case Filled filled -> fill(order, filled.fill(), report);
            case Cancelled cancelled -> cancel(order, cancelled, at);
            case CancelRefused refused -> steps.cancelRefused(order, refused.reason(), at);
            case Replaced replaced -> {
                Order before = steps.replaced(order, "by " + replaced.successorBrokerOrderId(), at);
                steps.accepted(before, replaced.successorBrokerOrderId(), at);
            }
            case Rejected rejected -> steps.rejected(order, rejected.code(), rejected.detail(), at);
            case Expired _ -> steps.expired(order, "time ran out at the broker", at);
            case CashMoved _ -> throw new Contradiction("a movement of cash has the id of an order");
            case Unrecognised unknown -> doubt(report, unknown.text());
        }
    }

    /** Only executions matter of an attempt that gave way to another. */
    private static boolean isAboutAnEarlierAttempt(BrokerReport.Fact fact, Order order) {
        return !(fact instanceof Filled)
                && !(fact instanceof LegAccepted)
                && !fact.orderId().equals(order.clientOrderId());
    }

    /** Word of an id that was adopted from the answer to the submission is no news. */
    private void accept(Order order, Accepted accepted, Instant at) {
        if (!accepted.brokerOrderId().equals(order.progress().brokerOrderId())) {
            steps.accepted(order, accepted.brokerOrderId(), at);
        }
    }

    private void holdLeg(Order entry, LegAccepted leg, BrokerReport report) {
        if (orders.find(leg.orderId()).isPresent()) {
            return;
        }
        if (entry.progress().filled() == 0) {
            doubt(report, "its entry has not traded, as far as we were told");
            return;
        }
        Instant at = report.at();
        Order created = entry.leg(leg.orderId(), leg.intent(), at)
                .sizedTo(entry.progress().filled());
        orders.add(created);
        Order submitted = steps.submitted(created, "held by the broker for its entry", at);
        steps.accepted(submitted, leg.orderId(), at);
    }

    /** The broker traded: a fill that comes after the end of its order still counts, and someone should know. */
    private void fill(Order order, Fill fill, BrokerReport report) {
        boolean late = order.state().isTerminal();
        applyFill.on(order, fill.of(order.orderId(), Order.orderIdOf(fill.entryOrderId())), report.at());
        if (late) {
            doubt(report, "filled " + fill.quantity() + " shares after it was " + order.state());
        }
    }

    private void cancel(Order order, Cancelled cancelled, Instant at) {
        String asked = order.progress().cancelReason();
        if (Order.REPRICE.equals(asked) && order.state() == OrderState.CANCEL_REQUESTED) {
            steps.replaced(order, "to be priced again", at);
            return;
        }
        steps.cancelled(order, asked == null ? cancelled.reason() : asked, at);
    }

    /** What cannot be believed is written down for people; it never stops what comes after it. */
    private void doubt(BrokerReport report, String why) {
        String subject = report.fact().orderId();
        String detail = report.fact().getClass().getSimpleName() + " (report " + report.sequence() + "): " + why;
        LOG.errorf("report.unexpected order=%s detail=%s", subject, detail);
        Discrepancy found = new Discrepancy(Discrepancy.Kind.UNEXPECTED_REPORT, subject, detail);
        if (discrepancies.note(config.account(), found, report.at())) {
            fills.faulted(
                    config.account(), Severity.WARNING, found.kind().name(), subject + ": " + detail, report.at());
        }
    }

    private static void restore(@Nullable Object before) {
        if (before == null) {
            MDC.remove(CORRELATION);
        } else {
            MDC.put(CORRELATION, before);
        }
    }
}
