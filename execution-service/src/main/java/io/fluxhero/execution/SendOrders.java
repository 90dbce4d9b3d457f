package io.fluxhero.execution;

import io.fluxhero.execution.domain.account.Accounts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

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
    private final SimulatedMarket broker;

    public SendOrders(
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Positions positions,
            OrderSteps steps,
            Gate gate,
            SimulatedMarket broker) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.positions = positions;
        this.steps = steps;
        this.gate = gate;
        this.broker = broker;
    }

    /** Sends those that were never sent and may be; returns whether any of them changed. */
    boolean created(String account, List<Order> waiting) {
        if (waiting.isEmpty()) {
            return false;
        }
        List<Order> moved = transactions.call(() -> {
            accounts.lock(account);
            List<Order> now = new ArrayList<>();
            for (Order order : waiting) {
                orders.find(order.orderId())
                        .filter(current -> current.state() == OrderState.CREATED)
                        .map(this::admitted)
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

    private Order admitted(Order order) {
        Optional<String> flaw = order.flaw();
        if (flaw.isPresent()) {
            return steps.failed(order, flaw.get(), order.progress().at());
        }
        return switch (gate.on(order)) {
            case Gate.Go _ -> order.opens() ? submitted(order) : closing(order);
            case Gate.Wait _ -> order;
            case Gate.End end ->
                steps.cancelled(order, end.code(), order.progress().at());
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
        return submitted(order.instruction().quantity() > held ? order.sizedTo(held) : order);
    }

    private Order submitted(Order order) {
        return steps.submitted(order, "given to the broker", order.progress().at());
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
        try {
            return broker.submit(NewOrder.of(order));
        } catch (RuntimeException e) {
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
        Optional<BrokerOrder> there;
        try {
            there = broker.find(order.clientOrderId());
        } catch (BrokerUnavailable silent) {
            LOG.warnf("order.unanswered order=%s cause=%s", order.orderId(), silent.getMessage());
            return false;
        }
        if (there.isPresent()) {
            transactions.run(() -> adopt(order, there.get()));
            return true;
        }
        Optional<Order> again = transactions.call(() -> again(order));
        return again.isPresent() && send(order.account(), List.of(again.get()));
    }

    private void adopt(Order order, BrokerOrder there) {
        accounts.lock(order.account());
        orders.find(order.orderId()).ifPresent(current -> record(current, new Submission.Taken(there.brokerOrderId())));
    }

    /** Under the same id, so that a first one that is still on its way is refused as its repeat. */
    private Optional<Order> again(Order order) {
        accounts.lock(order.account());
        Order current = orders.find(order.orderId()).orElseThrow();
        if (current.state() == OrderState.SUBMITTED) {
            current = steps.unknown(
                    current, "the broker does not have it", current.progress().at());
        }
        if (current.state() != OrderState.UNKNOWN) {
            return Optional.empty();
        }
        Gate.Verdict verdict = gate.on(current);
        if (verdict instanceof Gate.End end) {
            steps.cancelled(current, end.code(), current.progress().at());
        }
        return verdict instanceof Gate.Go
                ? Optional.of(steps.submitted(
                        current,
                        "sent again under the same id",
                        current.progress().at()))
                : Optional.empty();
    }
}
