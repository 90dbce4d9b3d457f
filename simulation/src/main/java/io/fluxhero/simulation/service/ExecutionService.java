package io.fluxhero.simulation.service;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.outbox.Direct;
import io.fluxhero.outbox.OutboxMessage;
import io.fluxhero.risk.domain.execution.ExecutionState;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.World;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** The broker's keeper as a process: what was decided is written down, then the desk works it off. */
public final class ExecutionService extends MortalService implements MessagesOut, Transactions {

    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long POLL_MILLIS = 10_000;

    private final ExecutionConfig config;
    private final ExecutionTables tables;
    private final ExecutionPorts ports;
    private ExecutionDesk desk;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private long turn;
    private boolean waits;
    private final Witness witness = new Witness();

    public ExecutionService(World world, Topics topics, ExecutionConfig config, SimulatedMarket broker, Wiring wiring) {
        super("execution", world, topics, wiring, Set.of(io.fluxhero.contracts.Topics.ORDERS));
        this.config = wiring.config(config);
        this.tables = new ExecutionTables(database());
        this.ports = tables.ports(wiring, this, this, broker, clock());
        this.desk = ExecutionDesk.of(this.config, ports);
        subscribe(io.fluxhero.contracts.Topics.ORDERS, OrderMessage.class, message -> {
            handle(message);
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

    /** Latest bar time that may pass at the market now. */
    public Instant horizon() {
        return tables.horizon(config.account());
    }

    /** What its clock says. */
    public Instant now() {
        return clock().instant();
    }

    /** Whether the desk has nothing to do. */
    public boolean isIdle() {
        return !waits;
    }

    @Override
    public void append(String topic, String type, Message message) {
        Meta meta = message.meta();
        outbox().append(new OutboxMessage(
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
        boolean given = desk.fencing().grant(epoch, validFor);
        if (given) {
            witness.leased(epoch, clock().instant().plus(validFor));
            wake();
        }
        return given;
    }

    /** Risk, or the gateway, says whether trading is halted; the database may hear of it later. */
    boolean fence(long epoch, boolean halted, String by, String reason) {
        if (!halted) {
            witness.mayBeLifted(epoch);
        }
        Fence fence = desk.fencing().raise(epoch, halted, by, reason);
        witness.fenced(epoch, halted);
        try {
            desk.fencing().store();
        } catch (IllegalStateException e) {
            world().trace().add("fence.not-stored", "execution", fence.minEpoch());
        }
        wake();
        return true;
    }

    /** A person's halt that comes past risk, with an epoch of its own; tells whether it was acknowledged. */
    boolean fenceByHand(String by, String reason) {
        boolean[] done = new boolean[1];
        if (isAlive()) {
            guarded(() -> {
                try {
                    done[0] = fence(desk.fencing().current().minEpoch() + 1, true, by, reason);
                } catch (IllegalStateException e) {
                    world().trace().add("fence.failed", "execution", 0);
                }
            });
        }
        return done[0] && isAlive();
    }

    /** How it stands. */
    ExecutionState state() {
        Fence fence = desk.fencing().current();
        int unknown = call(() ->
                        ports.orders().inStates(config.account(), EnumSet.of(OrderState.SUBMITTED, OrderState.UNKNOWN)))
                .size();
        return new ExecutionState(
                desk.condition().state().name(),
                desk.condition().current().detail(),
                new ExecutionState.Fence(fence.minEpoch(), fence.halted(), fence.by(), fence.reason()),
                OptionalInt.empty(),
                OptionalInt.of(unknown),
                desk.condition().brokerErrors(),
                true,
                List.copyOf(
                        ports.differences().externalPositions(config.account()).keySet()));
    }

    /** Messages that come by hand; whichever way is faster counts. */
    boolean deliver(List<OrderMessage> orders) {
        List<Direct<OrderMessage>> direct = orders.stream()
                .map(order -> new Direct<>(
                        order, order.meta().messageId(), order.meta().correlationId()))
                .toList();
        takeDirectly(io.fluxhero.contracts.Topics.ORDERS, direct, this::handle);
        wake();
        return true;
    }

    private void handle(OrderMessage message) {
        if (message instanceof OrderApproved approved) {
            witness.approved(approved);
        }
        desk.handleOrder().on(message);
    }

    /** What this service was told of halts and leases, kept by somebody who never dies. */
    public Witness witness() {
        return witness;
    }

    @Override
    protected void started() {
        desk = ExecutionDesk.of(config, ports);
        witness.leased(0, Instant.MIN);
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
