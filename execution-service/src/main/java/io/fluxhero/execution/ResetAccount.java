package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.CashMovements;
import io.fluxhero.execution.domain.account.CashMovements.Reset;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerReport.CashMoved;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets a flat paper account begin anew. The request is written down, the broker moves the cash, and what it reports of that
 * is taken in like a fill: each movement once, whatever dies in between.
 */
@ApplicationScoped
public class ResetAccount {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.account");

    /** Whatever the broker may have; what was only written down goes to it afterwards. */
    private static final Set<OrderState> AT_THE_BROKER = Arrays.stream(OrderState.values())
            .filter(state -> !state.isTerminal() && state != OrderState.CREATED)
            .collect(Collectors.toUnmodifiableSet());

    private final Transactions transactions;
    private final Accounts accounts;
    private final CashMovements movements;
    private final Orders orders;
    private final Positions positions;
    private final FillsOut out;
    private final Broker broker;

    public ResetAccount(
            Transactions transactions,
            Accounts accounts,
            CashMovements movements,
            Orders orders,
            Positions positions,
            FillsOut out,
            Broker broker) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.movements = movements;
        this.orders = orders;
        this.positions = positions;
        this.out = out;
        this.broker = broker;
    }

    /** Writes the request down, in the current transaction; the broker hears of it once this is committed. */
    public void on(PaperResetRequested request) {
        accounts.lock(request.account());
        movements.request(new Reset(
                request.movementId(),
                request.account(),
                request.cash(),
                request.reason(),
                request.requestedBy(),
                request.meta().correlationId(),
                request.meta().occurredAt()));
    }

    /** Asks the broker for it, where the account is flat by our books; returns whether it came to an end here. */
    boolean carryOut(Reset reset) {
        Optional<String> obstacle = transactions.call(() -> obstacle(reset.account()));
        Submission answer = obstacle.isPresent()
                ? new Submission.Refused("NOT_FLAT", obstacle.get())
                : broker instanceof SimulatedMarket market
                        ? market.reset(reset.movementId(), reset.cash(), reset.reason(), reset.at())
                        : new Submission.Refused("NOT_PAPER", "the broker is not the paper broker");
        if (answer instanceof Submission.Refused refused) {
            refuse(reset, refused.detail());
            return true;
        }
        return false;
    }

    private Optional<String> obstacle(String account) {
        accounts.lock(account);
        List<Position> held = positions.all();
        if (!held.isEmpty()) {
            return Optional.of("held: " + held.stream().map(Position::symbol).collect(Collectors.joining(", ")));
        }
        List<Order> open = orders.inStates(account, AT_THE_BROKER);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("open: " + open.stream().map(Order::orderId).collect(Collectors.joining(", ")));
    }

    private void refuse(Reset reset, String why) {
        LOG.warnf("account.reset_refused movement=%s cause=%s", reset.movementId(), why);
        transactions.run(() -> {
            accounts.lock(reset.account());
            movements.refuse(reset.movementId());
            out.faulted(
                    reset.account(),
                    Severity.WARNING,
                    "PAPER_RESET_REFUSED",
                    "the account was not reset (" + reset.movementId() + "), close everything and ask again; " + why,
                    reset.at());
        });
    }

    /** The broker has booked a movement: the world hears of it, once. */
    void booked(CashMoved moved, String account, Instant at, Standing standing) {
        Reset reset = movements
                .find(moved.movementId())
                .orElseGet(() -> new Reset(
                        moved.movementId(), account, moved.cash(), moved.reason(), "broker", moved.movementId(), at));
        if (movements.book(reset, moved.amount(), standing.lockstep().settled())) {
            LOG.infof(
                    "cash.moved movement=%s amount=%s cash=%s reason=\"%s\"",
                    moved.movementId(),
                    moved.amount().toPlainString(),
                    moved.cash().toPlainString(),
                    moved.reason());
            out.moved(reset, moved);
        }
    }
}
