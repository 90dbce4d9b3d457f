package io.fluxhero.execution;

import io.fluxhero.execution.Condition.State;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.broker.BrokerUnavailable;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.StopMoves;
import io.fluxhero.execution.domain.order.StopMoves.StopMove;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The one who talks to the broker of the account, never more than one at a time: first it finds out where things stand,
 * then it passes on what was decided, takes in what happened, and lets bars pass while nothing is in the air.
 */
@ApplicationScoped
public class BrokerDesk {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.desk");
    private static final Set<OrderState> UNSETTLED = EnumSet.of(
            OrderState.CREATED,
            OrderState.SUBMITTED,
            OrderState.UNKNOWN,
            OrderState.CANCEL_REQUESTED,
            OrderState.REPLACED);

    private final ExecutionConfig config;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final StopMoves moves;
    private final BarQueue queue;
    private final SendOrders sendOrders;
    private final SendChanges sendChanges;
    private final TakeReports takeReports;
    private final PassBars passBars;
    private final ChaseOrders chaseOrders;
    private final KeepProtected keepProtected;
    private final Reconcile reconcile;
    private final Condition condition;
    private final Fencing fencing;
    private final InstantSource clock;
    private Instant compareAt = Instant.MIN;
    private Instant pollAt = Instant.MIN;

    @SuppressWarnings("TooManyParameters") // the steps of its round
    public BrokerDesk(
            ExecutionConfig config,
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            StopMoves moves,
            BarQueue queue,
            SendOrders sendOrders,
            SendChanges sendChanges,
            TakeReports takeReports,
            PassBars passBars,
            ChaseOrders chaseOrders,
            KeepProtected keepProtected,
            Reconcile reconcile,
            Condition condition,
            Fencing fencing,
            InstantSource clock) {
        this.config = config;
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.moves = moves;
        this.queue = queue;
        this.sendOrders = sendOrders;
        this.sendChanges = sendChanges;
        this.takeReports = takeReports;
        this.passBars = passBars;
        this.chaseOrders = chaseOrders;
        this.keepProtected = keepProtected;
        this.reconcile = reconcile;
        this.condition = condition;
        this.fencing = fencing;
        this.clock = clock;
    }

    /** What is to be done. */
    private record Backlog(Standing standing, List<Order> orders, List<StopMove> moves, List<Bar> bars) {

        boolean isClear() {
            return orders.isEmpty() && moves.isEmpty();
        }

        List<Order> in(OrderState state) {
            return orders.stream().filter(order -> order.state() == state).toList();
        }
    }

    /**
     * Works until nothing is left that can be done now.
     *
     * @return whether something waits for the broker or for us, so that it is worth coming back soon
     */
    public synchronized boolean work() {
        try {
            fencing.store();
            compareWhereDue();
            return serve();
        } catch (BrokerUnavailable silent) {
            LOG.warnf("broker.unavailable cause=%s", silent.getMessage());
            condition.brokerAnswered(false);
            compareAt = Instant.MIN;
            condition.become(State.RECOVERING, Objects.toString(silent.getMessage(), "the broker does not answer"));
            return true;
        }
    }

    private boolean serve() {
        pollWhereDue();
        while (true) {
            Backlog backlog = transactions.call(this::look);
            if (!backlog.isClear()) {
                boolean progressed = answer(backlog);
                if (!takeReports.all() && !progressed) {
                    return true;
                }
            } else if (chaseOrders.applies() && chaseOrders.round()) {
                LOG.debug("orders.chased");
            } else if (backlog.bars().isEmpty()) {
                return false;
            } else {
                passBars.pass(backlog.bars(), backlog.standing().reportCursor());
            }
        }
    }

    private Backlog look() {
        Standing standing = accounts.lock(config.account());
        List<Order> unsettled =
                orders.anyIn(config.account(), UNSETTLED) ? orders.inStates(config.account(), UNSETTLED) : List.of();
        List<StopMove> wishes = moves.all(config.account());
        boolean clear = unsettled.isEmpty() && wishes.isEmpty();
        List<Bar> bars = clear ? queue.next(standing.lockstep().horizon()) : List.of();
        return new Backlog(standing, unsettled, wishes, bars);
    }

    private boolean answer(Backlog backlog) {
        boolean progressed = false;
        for (Order order : backlog.in(OrderState.CANCEL_REQUESTED)) {
            progressed |= sendChanges.cancel(order);
        }
        progressed |= sendChanges.move(config.account(), backlog.moves());
        for (OrderState state : List.of(OrderState.SUBMITTED, OrderState.UNKNOWN)) {
            for (Order order : backlog.in(state)) {
                progressed |= sendOrders.unanswered(order);
            }
        }
        for (Order order : backlog.in(OrderState.REPLACED)) {
            progressed |= sendOrders.replaced(order);
        }
        progressed |= sendOrders.created(config.account(), backlog.in(OrderState.CREATED));
        return progressed;
    }

    /** News that came unasked; and no position stays without its stop for longer than this. */
    private void pollWhereDue() {
        Instant now = clock.instant();
        if (!now.isBefore(pollAt)) {
            pollAt = now.plus(config.pollEvery());
            boolean news = takeReports.all();
            LOG.tracef("broker.polled news=%s", news);
            if (keepProtected.round(config.account())) {
                compareSoon();
                compareWhereDue();
            }
        }
    }

    /** Before the first word and every so often: the orders without an answer, then all books. */
    private void compareWhereDue() {
        Instant now = clock.instant();
        if (now.isBefore(compareAt)) {
            return;
        }
        boolean recovering = condition.state() != State.READY;
        if (recovering && condition.state() != State.HALTED) {
            condition.become(State.RECOVERING, "asking the broker");
        }
        if (recovering) {
            takeReports.all();
            resolve();
        }
        List<Discrepancy> unexplained = reconcile.compare();
        condition.brokerAnswered(true);
        compareAt = clock.instant().plus(config.compareEvery());
        if (unexplained.isEmpty()) {
            condition.become(State.READY, "");
        } else {
            condition.become(
                    State.HALTED,
                    unexplained.stream()
                            .map(one -> one.kind() + " " + one.subject() + ": " + one.detail())
                            .collect(Collectors.joining("; ")));
        }
    }

    private void resolve() {
        for (Order order : transactions.call(
                () -> orders.inStates(config.account(), EnumSet.of(OrderState.SUBMITTED, OrderState.UNKNOWN)))) {
            boolean clear = sendOrders.unanswered(order);
            LOG.infof("order.resolved order=%s clear=%s", order.orderId(), clear);
        }
    }

    /** Once more at the next chance: the connection to the broker was lost, or someone asks. */
    public synchronized void compareSoon() {
        compareAt = Instant.MIN;
    }
}
