package io.fluxhero.simulation.service;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.outbox.Inbox;
import io.fluxhero.outbox.OutboxMessage;
import io.fluxhero.risk.domain.execution.ExecutionState;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.World;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** The broker's keeper as a process: what was decided is written down, then the desk works it off. */
public final class ExecutionService extends Process implements MessagesOut, Transactions {

    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long POLL_MILLIS = 10_000;

    private final ExecutionConfig config;
    private final ExecutionTables tables;
    private final ExecutionPorts ports;
    private ExecutionDesk desk;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private long turn;
    private boolean waits;
    private ExecutionState.Fence fence = new ExecutionState.Fence(0, false, null, null);

    public ExecutionService(World world, Topics topics, ExecutionConfig config, SimulatedMarket broker, Wiring wiring) {
        super("execution", world, topics, wiring, Set.of(io.fluxhero.contracts.Topics.ORDERS));
        this.config = config;
        this.tables = new ExecutionTables(database());
        this.ports = tables.ports(wiring, this, this, broker, clock());
        this.desk = ExecutionDesk.of(config, ports);
        subscribe(io.fluxhero.contracts.Topics.ORDERS, OrderMessage.class, message -> {
            desk.handleOrder().on(message);
            database().afterCommit(this::wake);
        });
        subscribe(io.fluxhero.contracts.Topics.CANDLES, CandleMessage.class, message -> {
            if (message instanceof CandleClosed closed) {
                desk.queueCandle().on(closed);
                database().afterCommit(this::wake);
            }
        });
    }

    /** Its tables, for those who look on. */
    public ExecutionTables tables() {
        return tables;
    }

    /** Where it stands with its broker. */
    public io.fluxhero.execution.Condition condition() {
        return desk.condition();
    }

    /** Whether the desk has nothing to do. */
    public boolean isIdle() {
        return !waits;
    }

    @Override
    public void append(String topic, String type, Message message) {
        Meta meta = message.meta();
        outbox()
                .append(new OutboxMessage(
                        topic,
                        message.key(),
                        meta.messageId(),
                        type,
                        meta.correlationId(),
                        meta.occurredAt(),
                        OutboxMessage.Body.of(message, Wire::write)));
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return database().transaction(work);
    }

    @Override
    public void run(Runnable work) {
        database().transaction(work);
    }

    /** Risk lends its leave to open positions. */
    boolean lease(long epoch, Duration validFor) {
        return epoch >= fence.epoch();
    }

    /** Risk says whether trading is halted. */
    boolean fence(long epoch, boolean halted, String by, String reason) {
        if (epoch > fence.epoch() || (epoch == fence.epoch() && halted)) {
            fence = new ExecutionState.Fence(epoch, halted, by, reason);
        }
        return true;
    }

    /** How it stands. */
    ExecutionState state() {
        return new ExecutionState(
                desk.condition().state().name(),
                desk.condition().current().detail(),
                fence,
                OptionalInt.empty(),
                OptionalInt.empty(),
                0);
    }

    /** Messages that come by hand; whichever way is faster counts. */
    boolean deliver(List<OrderMessage> orders) {
        database().transaction(() -> {
            orders.forEach(this::takeByHand);
            database().afterCommit(this::wake);
        });
        return true;
    }

    private void takeByHand(OrderMessage order) {
        Inbox.Entry entry =
                new Inbox.Entry(io.fluxhero.contracts.Topics.ORDERS, order.meta().messageId());
        try {
            if (inbox().admit(List.of(entry)).contains(entry)) {
                desk.handleOrder().on(order);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void started() {
        desk = ExecutionDesk.of(config, ports);
        pauseMillis = FIRST_PAUSE_MILLIS;
        wake();
    }

    /** The desk looks soon; a look that was planned for later is off. */
    private void wake() {
        look(1 + chance().below(5));
    }

    private void look(long millis) {
        long mine = ++turn;
        waits = true;
        in(millis, () -> {
            if (turn == mine) {
                work();
            }
        });
    }

    private void work() {
        long mine = turn;
        boolean unfinished;
        try {
            unfinished = desk.desk().work();
        } catch (RuntimeException e) {
            if (!isTransient(e)) {
                throw e;
            }
            world().trace().add("desk.failed", "execution", 0);
            unfinished = true;
        }
        pauseMillis = unfinished ? Math.min(pauseMillis * 2, POLL_MILLIS) : FIRST_PAUSE_MILLIS;
        if (turn == mine) {
            look(unfinished ? pauseMillis : POLL_MILLIS);
            waits = unfinished;
        }
    }

    private static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
