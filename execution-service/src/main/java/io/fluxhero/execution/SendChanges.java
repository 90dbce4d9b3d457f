package io.fluxhero.execution;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerUnavailable;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.StopMoves;
import io.fluxhero.execution.domain.order.StopMoves.StopMove;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.position.Trades;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Cancels and stop moves go to the broker, outside any transaction. */
@ApplicationScoped
public class SendChanges {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Transactions transactions;
    private final Accounts accounts;
    private final Orders orders;
    private final Positions positions;
    private final Trades trades;
    private final StopMoves moves;
    private final OrderSteps steps;
    private final Sendings sendings;
    private final Broker broker;

    @SuppressWarnings("TooManyParameters") // what it reads, what it writes
    public SendChanges(
            Transactions transactions,
            Accounts accounts,
            Orders orders,
            Positions positions,
            Trades trades,
            StopMoves moves,
            OrderSteps steps,
            Sendings sendings,
            Broker broker) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.orders = orders;
        this.positions = positions;
        this.trades = trades;
        this.moves = moves;
        this.steps = steps;
        this.sendings = sendings;
        this.broker = broker;
    }

    /** Asks for the end of an order; what becomes of it is reported. Returns whether it has ended already. */
    boolean cancel(Order order) {
        Answer answer = ask(() -> broker.cancel(order.clientOrderId()), order.orderId());
        if (answer != Answer.GONE || order.progress().brokerOrderId() != null) {
            return false;
        }
        if (sendings.mayArrive(order.clientOrderId()) || !isAbsent(order)) {
            return false;
        }
        sendings.settled(order.clientOrderId());
        return transactions.call(() -> {
            accounts.lock(order.account());
            Optional<Order> current = orders.find(order.orderId())
                    .filter(now -> now.state() == OrderState.CANCEL_REQUESTED
                            && now.progress().brokerOrderId() == null);
            current.ifPresent(
                    now -> steps.cancelled(now, reasonOf(now), now.progress().at()));
            return current.isPresent();
        });
    }

    private boolean isAbsent(Order order) {
        try {
            return broker.find(order.clientOrderId()).isEmpty();
        } catch (BrokerUnavailable silent) {
            LOG.warnf("order.cancel_unanswered order=%s cause=%s", order.orderId(), silent.getMessage());
            return false;
        }
    }

    private static String reasonOf(Order order) {
        String reason = order.progress().cancelReason();
        return reason == null ? "CANCELLED" : reason;
    }

    /** A wish that the broker has answered. */
    private record Answered(StopMove move, boolean moved) {}

    /** Moves stops, and writes down together what became of it; returns whether any wish is settled. */
    boolean move(String account, List<StopMove> wishes) {
        if (wishes.isEmpty()) {
            return false;
        }
        List<Optional<Order>> legs = transactions.call(() -> wishes.stream()
                .map(move -> orders.legOf(move.entryOrderId(), Intent.PROTECTIVE_STOP))
                .toList());
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Answer answer = askToMove(wishes.get(i), legs.get(i));
            if (answer != Answer.UNKNOWN) {
                answers.add(new Answered(wishes.get(i), answer == Answer.REQUESTED));
            }
        }
        if (!answers.isEmpty()) {
            transactions.run(() -> {
                accounts.hold(account);
                answers.forEach(this::settle);
            });
        }
        return !answers.isEmpty();
    }

    private Answer askToMove(StopMove move, Optional<Order> leg) {
        return leg.filter(stop -> !stop.state().isTerminal())
                .map(stop -> ask(() -> broker.moveStop(stop.clientOrderId(), move.stopPrice()), move.entryOrderId()))
                .orElse(Answer.GONE);
    }

    private void settle(Answered answered) {
        StopMove move = answered.move();
        if (answered.moved()) {
            moved(move);
        } else {
            LOG.infof("stop.move_ignored symbol=%s entry=%s", move.symbol(), move.entryOrderId());
        }
        moves.find(move.entryOrderId()).filter(move::equals).ifPresent(moves::remove);
    }

    private void moved(StopMove move) {
        orders.legOf(move.entryOrderId(), Intent.PROTECTIVE_STOP)
                .ifPresent(leg -> orders.save(
                        leg.stopMovedTo(move.stopPrice()),
                        "stop moved to " + move.stopPrice().toPlainString()));
        positions
                .find(move.account(), move.symbol())
                .ifPresent(held -> positions.put(held.protectedAt(move.stopPrice(), move.barTime())));
        trades.ofEntry(move.entryOrderId()).ifPresent(trade -> trades.put(trade.protectedAt(move.stopPrice())));
        LOG.infof(
                "stop.moved symbol=%s entry=%s stop=%s",
                move.symbol(), move.entryOrderId(), move.stopPrice().toPlainString());
    }

    private static Answer ask(Supplier<Answer> question, String subject) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.warnf(e, "broker.unanswered subject=%s", subject);
            return Answer.UNKNOWN;
        }
    }
}
