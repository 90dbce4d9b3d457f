package io.fluxhero.execution;

import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerUnavailable;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Orders go to the broker, outside any transaction: first it is written down that they do, then they are sent, then the
 * answer is written down. One without an answer is looked up by its id and, where the broker has none, sent again under
 * the same id.
 */
@ApplicationScoped
public class SendOrders {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final Positions positions;
    private final OrderSteps steps;
    private final Gate gate;
    private final Condition condition;
    private final ChaseOrders chase;
    private final Sendings sendings;
    private final Broker broker;

    @SuppressWarnings("TooManyParameters") // our books, the rules and the broker
    public SendOrders(
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Positions positions,
            OrderSteps steps,
            Gate gate,
            Condition condition,
            ChaseOrders chase,
            Sendings sendings,
            Broker broker) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.positions = positions;
        this.steps = steps;
        this.gate = gate;
        this.condition = condition;
        this.chase = chase;
        this.sendings = sendings;
        this.broker = broker;
    }

    /** Sends those that were never sent and may be; returns whether any of them changed. */
    boolean created(String account, List<Order> waiting) {
        if (waiting.isEmpty()) {
            return false;
        }
        List<Order> moved = transactions.call(() -> {
            Instant market = marketTime(account);
            List<Order> now = new ArrayList<>();
            for (Order order : waiting) {
                orders.find(order.orderId())
                        .filter(current -> current.state() == OrderState.CREATED)
                        .map(current -> admitted(current, market))
                        .filter(current -> current.state() != OrderState.CREATED)
                        .ifPresent(now::add);
            }
            return now;
        });
        send(
                account,
                moved.stream()
                        .filter(order -> order.state() == OrderState.SUBMITTED)
                        .toList());
        return !moved.isEmpty();
    }

    /** The event time that counts: of the market where it is simulated, else of the clock. */
    private @Nullable Instant marketTime(String account) {
        Instant settled = accounts.lock(account).marketTime();
        return broker instanceof SimulatedMarket ? Objects.requireNonNullElse(settled, Instant.MIN) : null;
    }

    private Order admitted(Order order, @Nullable Instant marketTime) {
        Optional<String> flaw = order.flaw();
        if (flaw.isPresent()) {
            return steps.failed(order, flaw.get(), order.progress().at());
        }
        return switch (gate.on(order, marketTime)) {
            case Gate.Go _ -> order.opens() ? submitted(order) : closing(order);
            case Gate.Wait _ -> order;
            case Gate.End end ->
                steps.cancelled(order, end.code(), order.progress().at());
            case Gate.Late late ->
                steps.expired(order, late.detail(), order.progress().at());
        };
    }

    /** A closing order never trades more than is held. */
    private Order closing(Order order) {
        long held = positions
                .find(order.account(), order.instruction().symbol())
                .filter(position -> position.side() == order.instruction().side())
                .map(Position::shares)
                .orElse(0L);
        if (held == 0) {
            return steps.cancelled(order, "NOTHING_TO_CLOSE", order.progress().at());
        }
        return submitted(
                order.remaining() > held ? order.sizedTo(order.progress().filled() + held) : order);
    }

    private Order submitted(Order order) {
        return order.state() == OrderState.REPLACED
                ? order
                : steps.submitted(order, "given to the broker", chase.now());
    }

    /** Sends one that gave way again, at the price of the moment; returns whether it changed. */
    boolean replaced(Order waiting) {
        Optional<BigDecimal> price = chase.priceFor(waiting);
        Optional<Order> again = transactions.call(() -> {
            Instant market = marketTime(waiting.account());
            return orders.find(waiting.orderId())
                    .filter(current -> current.state() == OrderState.REPLACED)
                    .map(current -> price.isEmpty() && !current.isLeg() && chase.givesUpWithoutPrice(current)
                            ? chase.giveUp(current)
                            : pricedAgain(
                                    current,
                                    market,
                                    price.orElse(current.progress().workingLimit())));
        });
        Optional<Order> ready = again.filter(order -> order.state() == OrderState.SUBMITTED);
        ready.ifPresent(order -> send(order.account(), List.of(order)));
        return again.isPresent() && again.get().state() != OrderState.REPLACED;
    }

    private Order pricedAgain(Order order, @Nullable Instant market, @Nullable BigDecimal limit) {
        Order fit = admitted(order, market);
        boolean goes = fit.state() == OrderState.REPLACED && (!fit.opens() || gate.on(fit, market) instanceof Gate.Go);
        return goes ? steps.submittedAgain(fit, limit, chase.now()) : fit;
    }

    /** Returns whether every answer can be relied on. */
    private boolean send(String account, List<Order> ready) {
        if (ready.isEmpty()) {
            return true;
        }
        List<Submission> answers = ready.stream().map(this::submit).toList();
        transactions.run(() -> {
            accounts.lock(account);
            for (int i = 0; i < ready.size(); i++) {
                Submission answer = answers.get(i);
                orders.find(ready.get(i).orderId()).ifPresent(order -> record(order, answer));
            }
        });
        return answers.stream().noneMatch(Submission.Unknown.class::isInstance);
    }

    private Submission submit(Order order) {
        String id = order.clientOrderId();
        if (gate.isShutFor(order)) {
            return sendings.isOpen(id)
                    ? new Submission.Unknown("a halt came before it left again")
                    : new Submission.Refused("HALTED", "a halt came before it left");
        }
        Submission answer = ask(order);
        switch (answer) {
            case Submission.Unknown _ -> sendings.unanswered(id);
            case Submission.Taken _ -> sendings.settled(id);
            case Submission.Refused refused -> {
                // No word about one that left before, may come after it, and meet a broker that has changed its mind.
                if (sendings.isOpen(id) && sendings.mayArrive(id)) {
                    return new Submission.Unknown(
                            "refused (" + refused.code() + "), and an earlier one may arrive yet");
                }
                sendings.settled(id);
            }
        }
        return answer;
    }

    private Submission ask(Order order) {
        try {
            Submission answer = broker.submit(NewOrder.of(order));
            condition.brokerAnswered(!(answer instanceof Submission.Unknown));
            return answer;
        } catch (RuntimeException e) {
            condition.brokerAnswered(false);
            LOG.warnf(e, "order.submit_failed order=%s", order.orderId());
            return new Submission.Unknown(e.toString());
        }
    }

    private void record(Order order, Submission answer) {
        boolean open =
                order.progress().brokerOrderId() == null && !order.state().isTerminal();
        if (!open) {
            return;
        }
        switch (answer) {
            case Submission.Taken taken ->
                steps.accepted(order, taken.brokerOrderId(), order.progress().at());
            case Submission.Refused refused ->
                steps.rejected(
                        order,
                        refused.code(),
                        refused.detail(),
                        order.progress().at());
            case Submission.Unknown unknown -> {
                if (order.state() == OrderState.SUBMITTED) {
                    steps.unknown(order, unknown.detail(), order.progress().at());
                }
            }
        }
    }

    /** Finds out about one that may or may not be at the broker; returns whether it is clear now. */
    boolean unanswered(Order order) {
        boolean mayArrive = sendings.mayArrive(order.clientOrderId());
        Optional<BrokerOrder> there;
        try {
            there = broker.find(order.clientOrderId());
        } catch (BrokerUnavailable silent) {
            LOG.warnf("order.unanswered order=%s cause=%s", order.orderId(), silent.getMessage());
            return false;
        }
        if (there.isPresent()) {
            transactions.run(() -> adopt(order, there.get()));
            sendings.settled(order.clientOrderId());
            return true;
        }
        Optional<Order> again = transactions.call(() -> again(order, mayArrive));
        return again.isPresent() && send(order.account(), List.of(again.get()));
    }

    private void adopt(Order order, BrokerOrder there) {
        accounts.lock(order.account());
        orders.find(order.orderId()).ifPresent(current -> record(current, new Submission.Taken(there.brokerOrderId())));
    }

    /**
     * Under the same id, so that a first one that is still on its way is refused as its repeat. One that is not to be sent
     * again ends only when it cannot arrive any more.
     */
    private Optional<Order> again(Order order, boolean mayArrive) {
        Instant market = marketTime(order.account());
        Order current = orders.find(order.orderId()).orElseThrow();
        if (current.state() == OrderState.SUBMITTED) {
            current = steps.unknown(
                    current, "the broker does not have it", current.progress().at());
        }
        if (current.state() != OrderState.UNKNOWN) {
            return Optional.empty();
        }
        Instant at = current.progress().at();
        Gate.Verdict verdict = gate.on(current, market);
        if (verdict instanceof Gate.Go) {
            return Optional.of(steps.submitted(current, "sent again under the same id", at));
        }
        if (mayArrive) {
            LOG.debugf("order.may_arrive order=%s", current.orderId());
        } else if (verdict instanceof Gate.End end) {
            steps.cancelled(current, end.code(), at);
        } else if (verdict instanceof Gate.Late late) {
            steps.expired(current, late.detail(), at);
        }
        return Optional.empty();
    }
}
