package io.fluxhero.simulation.service;

import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.outbox.Handler;
import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.RiskAssembly;
import io.fluxhero.risk.Transactions;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import io.fluxhero.risk.domain.feed.FeedDoor;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.Broken;
import io.fluxhero.simulation.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The portfolio decider as a process. */
public final class RiskService extends MortalService implements Transactions {

    private static final long GRACE_CHECK_MILLIS = 1_000;
    private static final long LEASE_MILLIS = 4_000;
    private static final RiskAssembly.Doors DOORS = new RiskAssembly.Doors(
            new ExecutionDoor(URI.create("model:execution"), "", Duration.ofSeconds(1), Duration.ofSeconds(10)),
            new FeedDoor(URI.create("model:feed"), "", Duration.ofSeconds(1), Duration.ofSeconds(60)));

    private final RiskSettings settings;
    private final RiskTables tables;
    private final BarTables bars;
    private final Wiring wiring;
    private final Execution door;
    private RiskAssembly assembly;
    private boolean timerSet;

    public RiskService(World world, Topics topics, RiskSettings settings, ExecutionService execution, Wiring wiring) {
        super("risk", world, topics, wiring, Set.of(io.fluxhero.contracts.Topics.FILLS));
        this.settings = settings;
        this.tables = new RiskTables(database(), settings);
        this.bars = new BarTables(database());
        this.wiring = wiring;
        this.door = wiring.door(new Door(execution, world.faults()));
        this.assembly = assembled();
        database().onCommit(this::withinLimits);
        subscribe(
                io.fluxhero.contracts.Topics.FILLS,
                FillMessage.class,
                Handler.of(message -> assembly.trackExposure().on(message), () -> {
                    assembly.trackExposure().end();
                    setTimer();
                }));
        subscribe(
                io.fluxhero.contracts.Topics.SIGNALS,
                SignalMessage.class,
                Handler.of(
                        message -> assembly.collectBar().on(message),
                        () -> assembly.collectBar().decide()));
        subscribe(
                io.fluxhero.contracts.Topics.INDICATORS,
                IndicatorMessage.class,
                Handler.of(
                        message -> assembly.collectBar().on(message),
                        () -> assembly.collectBar().decide()));
    }

    /** Its tables, for those who look on. */
    public RiskTables tables() {
        return tables;
    }

    /** Whether a signal found every slot taken. */
    public boolean refusedForWantOfSlots() {
        return tables.decisions().stream().anyMatch(decision -> decision.code().equals("REJECTED_MAX_POSITIONS"));
    }

    /** Whether a bar waits to be decided. */
    public boolean hasOpenBars() {
        return bars.anyWaits();
    }

    @Override
    protected void started() {
        assembly = assembled();
        timerSet = false;
        database().transaction(tables::open);
        setTimer();
        in(LEASE_MILLIS, this::renewLease);
    }

    /** I8: no more positions than allowed, those counted that are still to fill. */
    private void withinLimits() {
        AccountState state = tables.account().state();
        long slots = state.positions().size();
        for (Ticket ticket : state.pending()) {
            boolean opens = ticket.intent() == Intent.ENTRY
                    && state.positions().stream()
                            .noneMatch(held -> held.symbol().equals(ticket.symbol()));
            slots += opens ? 1 : 0;
        }
        Broken.unless(slots <= settings.limits().maxOpenPositions(), "I8", slots + " positions are held or asked for");
    }

    private RiskAssembly assembled() {
        return new RiskAssembly(
                settings,
                DOORS,
                new RiskAssembly.Ports(
                        wiring.accounts(tables),
                        wiring.barInputs(bars),
                        tables,
                        wiring.auditTrail(tables),
                        wiring.answers(tables),
                        outbox(),
                        door,
                        Optional::empty,
                        clock(),
                        this));
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return database().transaction(work);
    }

    @Override
    public void run(Runnable work) {
        database().transaction(work);
    }

    private void setTimer() {
        if (!timerSet && bars.anyWaits()) {
            timerSet = true;
            in(GRACE_CHECK_MILLIS, this::look);
        }
    }

    private void renewLease() {
        in(LEASE_MILLIS, this::renewLease);
        try {
            assembly.watchSystem().judge(assembly.keepLease().renew());
        } catch (IllegalStateException e) {
            world().trace().add("lease.failed", "risk", 0);
        }
    }

    /**
     * Carries out what a person orders, as its door does.
     *
     * @return empty where it is away or fails, so that the person does not know what came of it
     */
    public Optional<CarryOutCommand.Answer> act(Function<CarryOutCommand, CarryOutCommand.Answer> order) {
        AtomicReference<CarryOutCommand.@Nullable Answer> answer = new AtomicReference<>();
        if (isAlive()) {
            guarded(() -> {
                try {
                    answer.set(order.apply(assembly.carryOut()));
                } catch (IllegalStateException e) {
                    world().trace().add("act.failed", "risk", 0);
                }
            });
        }
        return Optional.ofNullable(answer.get());
    }

    private void look() {
        timerSet = false;
        try {
            assembly.decideBars().overdue();
        } catch (IllegalStateException e) {
            world().trace().add("timer.failed", "risk", 0);
        }
        setTimer();
    }
}
