package io.fluxhero.simulation.service;

import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.risk.RiskAssembly;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.World;
import java.util.Set;

/** The portfolio decider as a process. */
public final class RiskService extends Process {

    private static final long GRACE_CHECK_MILLIS = 1_000;

    private final RiskSettings settings;
    private final RiskTables tables;
    private final BarTables bars;
    private RiskAssembly assembly;
    private boolean timerSet;

    public RiskService(World world, Topics topics, RiskSettings settings) {
        super("risk", world, topics, Set.of(io.fluxhero.contracts.Topics.FILLS));
        this.settings = settings;
        this.tables = new RiskTables(database(), settings);
        this.bars = new BarTables(database());
        this.assembly = assembled();
        subscribe(io.fluxhero.contracts.Topics.FILLS, FillMessage.class, message -> {
            assembly.trackExposure().on(message);
            setTimer();
        });
        subscribe(io.fluxhero.contracts.Topics.SIGNALS, SignalMessage.class, message -> assembly.collectBar()
                .on(message));
        subscribe(io.fluxhero.contracts.Topics.INDICATORS, IndicatorMessage.class, message -> assembly.collectBar()
                .on(message));
    }

    /** Its tables, for those who look on. */
    public RiskTables tables() {
        return tables;
    }

    /** Whether a bar waits to be decided. */
    public boolean hasOpenBars() {
        return bars.anyWaits();
    }

    @Override
    protected void started() {
        assembly = assembled();
        timerSet = false;
        database().transaction(tables::openIfAbsent);
        setTimer();
    }

    private RiskAssembly assembled() {
        return new RiskAssembly(
                settings, new RiskAssembly.Ports(tables, bars, tables, tables, tables, mailbox(), clock()));
    }

    private void setTimer() {
        if (!timerSet && bars.anyWaits()) {
            timerSet = true;
            in(GRACE_CHECK_MILLIS, this::look);
        }
    }

    private void look() {
        timerSet = false;
        try {
            database().transaction(() -> assembly.decideBars().overdue());
        } catch (IllegalStateException e) {
            world().trace().add("timer.failed", "risk", 0);
        }
        setTimer();
    }
}
