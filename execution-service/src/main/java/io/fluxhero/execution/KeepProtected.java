package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * A position whose protective stop is gone gets it back, where it stood last. One that the broker refused is not tried
 * again by itself: whether there is anything to protect is for the comparison of the books to say.
 */
@ApplicationScoped
public class KeepProtected {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.protection");
    private static final Set<OrderState> AT_THE_BROKER = EnumSet.of(OrderState.ACCEPTED, OrderState.PARTIALLY_FILLED);

    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final Positions positions;
    private final OrderSteps steps;
    private final FillsOut out;
    private final Broker broker;
    private final InstantSource clock;
    private Set<String> missed = Set.of();

    @SuppressWarnings("TooManyParameters") // what it reads, what it writes
    public KeepProtected(
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Positions positions,
            OrderSteps steps,
            FillsOut out,
            Broker broker,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.positions = positions;
        this.steps = steps;
        this.out = out;
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * Writes down a new stop for every position whose last one has ended; it is sent like any order that reduces. Then
     * looks for the others at the broker.
     *
     * @return whether one is newly missing there, so that the books must be compared
     */
    boolean round(String account) {
        List<Order> stops = transactions.call(() -> {
            accounts.lock(account);
            List<Order> working = new ArrayList<>();
            for (Position held : positions.all()) {
                BigDecimal stop = held.stopLoss();
                if (stop != null) {
                    replaced(held, stop).ifPresent(working::add);
                }
            }
            return working;
        });
        return anyNewlyMissing(stops);
    }

    /** Its stop, where one works at the broker; where the last one has ended, another is written down. */
    private Optional<Order> replaced(Position held, BigDecimal stop) {
        Optional<Order> last = lastStopOf(held);
        boolean ended = last.isEmpty() || last.get().state().isTerminal();
        if (ended && !isRefused(last)) {
            place(held, stop);
            tell(held, clock.instant());
        }
        return last.filter(leg -> AT_THE_BROKER.contains(leg.state()));
    }

    private Optional<Order> lastStopOf(Position held) {
        return orders.legOf(held.entryOrderId(), Intent.PROTECTIVE_STOP);
    }

    private static boolean isRefused(Optional<Order> stop) {
        return stop.filter(leg -> leg.state() == OrderState.REJECTED).isPresent();
    }

    private boolean anyNewlyMissing(List<Order> stops) {
        List<BrokerOrder> open = stops.isEmpty() ? List.of() : broker.openOrders();
        Set<String> missing = stops.stream()
                .filter(stop -> open.stream().noneMatch(one -> stop.isKnownAs(one.clientOrderId())))
                .map(Order::clientOrderId)
                .collect(Collectors.toSet());
        boolean news = !missed.containsAll(missing);
        missed = missing;
        return news;
    }

    /** Symbols of positions whose last stop the broker refused; asked within a transaction. */
    Set<String> refused() {
        return positions.all().stream()
                .filter(held -> isRefused(lastStopOf(held)))
                .map(Position::symbol)
                .collect(Collectors.toSet());
    }

    /** The broker holds the shares and refused their stop: it gets another, in case it thinks better of it. */
    void tryAgain(String account, String symbol) {
        transactions.run(() -> {
            accounts.lock(account);
            positions
                    .find(account, symbol)
                    .filter(held -> held.stopLoss() != null && isRefused(lastStopOf(held)))
                    .ifPresent(held -> place(held, Objects.requireNonNull(held.stopLoss())));
        });
    }

    private void place(Position held, BigDecimal stop) {
        Order entry = orders.find(held.entryOrderId()).orElseThrow();
        String id = WorkingOrder.stopOrderId(held.entryOrderId());
        int number = 2;
        while (orders.find(id).isPresent()) {
            id = WorkingOrder.stopOrderId(held.entryOrderId()) + "-" + number;
            number++;
        }
        orders.add(entry.leg(id, Intent.PROTECTIVE_STOP, clock.instant())
                .sizedTo(held.shares())
                .stopMovedTo(stop));
    }

    /** A stop that works here but not at the broker is given to it again, under the id of the next attempt. */
    void giveAgain(Order lost) {
        transactions.run(() -> {
            accounts.lock(lost.account());
            Optional<Order> leg = orders.find(lost.orderId()).filter(lost::equals);
            Optional<Position> held =
                    positions.find(lost.account(), lost.instruction().symbol());
            if (leg.isPresent() && held.isPresent()) {
                Instant now = clock.instant();
                steps.replaced(leg.get(), "not at the broker", now);
                tell(held.get(), now);
            }
        });
    }

    private void tell(Position held, Instant now) {
        String detail = held.symbol() + ": " + held.shares()
                + " shares had no stop at the broker; it is placed again at " + held.stopLoss();
        LOG.errorf("position.unprotected %s", detail);
        out.faulted(held.account(), Severity.CRITICAL, "POSITION_UNPROTECTED", detail, now);
    }
}
