package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.CashMovements;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerOrder.Status;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.reconciliation.Comparison;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import io.fluxhero.execution.domain.reconciliation.Discrepancy.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Compares our books with the broker's. What ended there ends here; what is not ours is noted as somebody else's; what
 * cannot be explained is said aloud, and nothing new opens until it is. No execution is ever made up.
 */
@ApplicationScoped
public class Reconcile {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.reconciliation");
    private static final Set<OrderState> IN_FLIGHT =
            EnumSet.of(OrderState.CREATED, OrderState.SUBMITTED, OrderState.UNKNOWN, OrderState.REPLACED);
    private static final Set<OrderState> WORKING =
            EnumSet.of(OrderState.ACCEPTED, OrderState.PARTIALLY_FILLED, OrderState.CANCEL_REQUESTED);

    private final ExecutionConfig config;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final Fills fills;
    private final CashMovements movements;
    private final Positions positions;
    private final Marks marks;
    private final Discrepancies discrepancies;
    private final OrderSteps steps;
    private final TakeReports takeReports;
    private final KeepProtected keepProtected;
    private final FillsOut out;
    private final Broker broker;
    private final InstantSource clock;

    @SuppressWarnings("TooManyParameters") // both sets of books, whole
    public Reconcile(
            ExecutionConfig config,
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Fills fills,
            CashMovements movements,
            Positions positions,
            Marks marks,
            Discrepancies discrepancies,
            OrderSteps steps,
            TakeReports takeReports,
            KeepProtected keepProtected,
            FillsOut out,
            Broker broker,
            InstantSource clock) {
        this.config = config;
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.fills = fills;
        this.movements = movements;
        this.positions = positions;
        this.marks = marks;
        this.discrepancies = discrepancies;
        this.steps = steps;
        this.takeReports = takeReports;
        this.keepProtected = keepProtected;
        this.out = out;
        this.broker = broker;
        this.clock = clock;
    }

    /** What the broker's side looked like when it was asked. */
    private record Theirs(List<BrokerOrder> open, BrokerAccount account) {}

    /** Compares, acts on what is clear, notes the rest; returns what nothing explains. */
    List<Discrepancy> compare() {
        takeReports.all();
        Theirs theirs = theirs();
        List<Discrepancy> found = differences(theirs);
        if (found.stream().anyMatch(one -> one.kind().stopsTrading())) {
            endWhatEnded(theirs);
            takeReports.all();
            theirs = theirs();
            found = differences(theirs);
        }
        note(found, theirs);
        found.stream()
                .filter(one -> one.kind() == Kind.ENDED_ORDER_WORKS)
                .forEach(one -> LOG.warnf("order.cancelled_again order=%s answer=%s", one.subject(), cancel(one)));
        found.stream()
                .filter(one -> one.kind() == Kind.UNPROTECTED)
                .forEach(one -> keepProtected.tryAgain(config.account(), one.subject()));
        return found.stream().filter(one -> one.kind().stopsTrading()).toList();
    }

    private Object cancel(Discrepancy endedButWorking) {
        return broker.cancel(endedButWorking.subject());
    }

    private Theirs theirs() {
        return new Theirs(broker.openOrders(), broker.account());
    }

    private List<Discrepancy> differences(Theirs theirs) {
        return transactions.call(() -> ours(theirs)).with(theirs.open(), theirs.account());
    }

    private Comparison ours(Theirs theirs) {
        Standing standing = accounts.lock(config.account());
        BigDecimal flow = fills.cashFlow(config.account()).add(movements.total(config.account()));
        BigDecimal opening = standing.openingCash();
        if (opening == null) {
            opening = theirs.account().cash().subtract(flow);
            accounts.save(config.account(), standing.openedWith(opening));
        }
        Set<String> ended = theirs.open().stream()
                .map(BrokerOrder::clientOrderId)
                .filter(id -> orders.find(Order.orderIdOf(id))
                        .filter(order -> order.state().isTerminal()
                                || !order.clientOrderId().equals(id))
                        .isPresent())
                .collect(Collectors.toSet());
        Set<String> inFlight = Stream.concat(
                        orders.inStates(config.account(), IN_FLIGHT).stream(),
                        orders.inStates(config.account(), WORKING).stream().filter(Reconcile::isUnacknowledged))
                .map(Order::clientOrderId)
                .collect(Collectors.toSet());
        return new Comparison(
                acknowledged(),
                inFlight,
                ended,
                positions.all(),
                keepProtected.refused(),
                fills.symbols(config.account()),
                opening.add(flow));
    }

    private List<Order> acknowledged() {
        return orders.inStates(config.account(), WORKING).stream()
                .filter(order -> !isUnacknowledged(order))
                .toList();
    }

    /** Its end was asked for before the broker had said that it has it. */
    private static boolean isUnacknowledged(Order order) {
        return order.state() == OrderState.CANCEL_REQUESTED && order.progress().brokerOrderId() == null;
    }

    /** An order that is over at the broker, with the fills that we know of, is over here too. */
    private void endWhatEnded(Theirs theirs) {
        Set<String> open =
                theirs.open().stream().map(BrokerOrder::clientOrderId).collect(Collectors.toSet());
        List<Order> missing = transactions.call(this::acknowledged).stream()
                .filter(order -> !open.contains(order.clientOrderId()))
                .toList();
        for (Order order : missing) {
            if (order.instruction().intent() == Intent.PROTECTIVE_STOP && isHeld(order, theirs.account())) {
                keepProtected.giveAgain(order);
                continue;
            }
            Optional<BrokerOrder> there = broker.find(order.clientOrderId());
            there.filter(one -> one.status() != Status.WORKING && one.status() != Status.FILLED)
                    .filter(one -> order.progress().attempt() > 1
                            || one.filled() == order.progress().filled())
                    .ifPresent(one -> transactions.run(() -> end(order, one.status())));
        }
    }

    private static boolean isHeld(Order order, BrokerAccount account) {
        return account.shares().containsKey(order.instruction().symbol());
    }

    private void end(Order stale, Status status) {
        accounts.lock(config.account());
        Order order = orders.find(stale.orderId()).orElseThrow();
        if (!order.equals(stale)) {
            return;
        }
        Instant at = clock.instant();
        String detail = "found to be " + status + " at the broker";
        if (status == Status.EXPIRED) {
            steps.expired(order, detail, at);
        } else {
            steps.cancelled(order, Objects.requireNonNullElse(order.progress().cancelReason(), detail), at);
        }
    }

    private void note(List<Discrepancy> found, Theirs theirs) {
        Instant now = clock.instant();
        transactions.run(() -> {
            accounts.lock(config.account());
            for (Discrepancy one : found) {
                if (discrepancies.note(config.account(), one, now)) {
                    Severity severity = one.kind().stopsTrading() ? Severity.CRITICAL : Severity.WARNING;
                    LOG.errorf("books.differ kind=%s subject=%s detail=%s", one.kind(), one.subject(), one.detail());
                    out.faulted(
                            config.account(), severity, one.kind().name(), one.subject() + ": " + one.detail(), now);
                }
            }
            discrepancies.resolveOthers(config.account(), found, now);
            noteExternal(theirs.account(), now);
        });
    }

    private void noteExternal(BrokerAccount account, Instant now) {
        SortedMap<String, Long> before = discrepancies.externalPositions(config.account());
        SortedMap<String, Long> foreign = new java.util.TreeMap<>(account.shares());
        foreign.keySet().removeAll(fills.symbols(config.account()));
        before.keySet().forEach(symbol -> foreign.putIfAbsent(symbol, 0L));
        foreign.forEach((symbol, shares) -> {
            if (!shares.equals(before.getOrDefault(symbol, 0L))) {
                discrepancies.noteExternal(config.account(), symbol, shares, now);
                out.external(
                        config.account(),
                        symbol,
                        shares,
                        marks.find(symbol).map(Mark::close).orElse(null),
                        now);
            }
        });
    }
}
