package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.Quote;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.OrderType;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.schedule.Chase;
import io.fluxhero.execution.domain.schedule.ChasePrice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Limit orders that nobody takes are priced again: their end is asked for, and once the broker has confirmed it what is
 * left goes out under the next attempt. Stops and targets that protect a position are never touched.
 */
@ApplicationScoped
public class ChaseOrders {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.chase");
    private static final Set<OrderState> WORKING = EnumSet.of(OrderState.ACCEPTED, OrderState.PARTIALLY_FILLED);

    private final ExecutionConfig config;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final Marks marks;
    private final OrderSteps steps;
    private final FillsOut out;
    private final Broker broker;
    private final InstantSource clock;

    @SuppressWarnings("TooManyParameters") // what it reads, what it writes
    public ChaseOrders(
            ExecutionConfig config,
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Marks marks,
            OrderSteps steps,
            FillsOut out,
            Broker broker,
            InstantSource clock) {
        this.config = config;
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.marks = marks;
        this.steps = steps;
        this.out = out;
        this.broker = broker;
        this.clock = clock;
    }

    /** Whether the market is seen often enough for a price to have moved: bars longer than the patience are not. */
    boolean applies() {
        return config.chase().enabled()
                && !(broker instanceof SimulatedMarket
                        && barLength().compareTo(config.chase().patience()) > 0);
    }

    /** Asks for the end of those whose time has come; returns whether there were any. */
    boolean round() {
        return transactions.call(() -> {
            Instant now = now();
            boolean any = false;
            for (Order order : orders.inStates(config.account(), WORKING)) {
                any |= isChased(order) && asked(order, now);
            }
            return any;
        });
    }

    private static boolean isChased(Order order) {
        Intent intent = order.instruction().intent();
        return order.instruction().type() == OrderType.LIMIT && (intent == Intent.ENTRY || intent == Intent.EXIT);
    }

    private boolean asked(Order order, Instant now) {
        Chase chase = new Chase(config.chase().patience(), config.chase().maxAttempts());
        Duration working = Duration.between(order.progress().submittedAt(), now);
        return switch (chase.next(order.progress().attempt() - 1, working)) {
            case WAIT -> false;
            case CHASE -> {
                steps.cancelRequested(order, Order.REPRICE, now);
                yield true;
            }
            case ABANDON -> {
                abandon(order, now);
                steps.cancelRequested(order, "ABANDONED", now);
                yield true;
            }
        };
    }

    private void abandon(Order order, Instant now) {
        String detail = order.instruction().symbol() + ": order " + order.orderId() + " has " + order.remaining()
                + " shares left after " + order.progress().attempt() + " attempts";
        LOG.warnf("order.abandoned order=%s remaining=%d", order.orderId(), order.remaining());
        out.faulted(config.account(), Severity.WARNING, "ORDER_ABANDONED", detail, now);
    }

    /** Where to work next: the middle of the market, or its last price, at most so far from where it was ordered. */
    Optional<BigDecimal> priceFor(Order order) {
        Optional<BigDecimal> middle = broker.quote(order.instruction().symbol()).map(Quote::middle);
        Optional<BigDecimal> seen = middle.isPresent()
                ? middle
                : transactions
                        .call(() -> marks.find(order.instruction().symbol()))
                        .map(Mark::close);
        BigDecimal first = order.instruction().limitPrice();
        if (first == null || seen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ChasePrice.towards(
                seen.get(), first, order.instruction().isBuy(), config.chase().maxDrift()));
    }

    /** No price to work at: the old one once more, then no more. */
    boolean givesUpWithoutPrice(Order order) {
        return order.progress().attempt() > 1;
    }

    /** Ends one that cannot be priced. */
    Order giveUp(Order order) {
        Instant now = now();
        abandon(order, now);
        return steps.cancelled(order, "ABANDONED", now);
    }

    /** The event time of a simulated market, else the clock. */
    Instant now() {
        Instant market = accounts.lock(config.account()).marketTime();
        return broker instanceof SimulatedMarket && market != null ? market : clock.instant();
    }

    private Duration barLength() {
        String code = config.timeframe();
        long count = Long.parseLong(code.substring(0, code.length() - 1));
        return switch (code.charAt(code.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
