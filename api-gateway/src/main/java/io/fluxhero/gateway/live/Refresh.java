package io.fluxhero.gateway.live;

import io.fluxhero.gateway.api.Account;
import io.fluxhero.gateway.api.RiskState;
import io.fluxhero.gateway.services.ExecutionRoom;
import io.fluxhero.gateway.services.RiskRoom;
import io.fluxhero.gateway.services.UpstreamProblem;
import io.fluxhero.gateway.state.Watch;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Asks the owners again when the topics say that positions or the account have changed, at most once a second. */
@ApplicationScoped
class Refresh {
    private static final Logger LOG = Logger.getLogger(Refresh.class);

    private final Hub hub;
    private final RiskRoom risk;
    private final ExecutionRoom execution;
    private final Watch watch;
    private final AtomicBoolean positions = new AtomicBoolean(true);
    private final AtomicBoolean account = new AtomicBoolean(true);

    Refresh(Hub hub, RiskRoom risk, ExecutionRoom execution, Watch watch) {
        this.hub = hub;
        this.risk = risk;
        this.execution = execution;
        this.watch = watch;
    }

    void positionsChanged() {
        positions.set(true);
    }

    void accountChanged() {
        account.set(true);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refresh() {
        ifDue(positions, () -> hub.publishIfNew(TopicName.of(Kind.POSITIONS), execution.positions()));
        ifDue(account, () -> {
            Account now = risk.account();
            hub.publishIfNew(TopicName.of(Kind.ACCOUNT), now);
            hub.publishIfNew(TopicName.of(Kind.RISK), stateOf(now));
        });
    }

    /** What changes without a message: prices of held positions, and whatever a lost message would have told. */
    @Scheduled(every = "15s", delayed = "15s")
    void doubt() {
        positions.set(true);
        account.set(true);
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void status() {
        if (hub.isListenedTo()) {
            hub.publish(TopicName.of(Kind.STATUS), watch.status());
        }
    }

    private RiskState stateOf(Account now) {
        return new RiskState(
                now.tradingStatus(),
                now.haltReason(),
                now.haltTrigger(),
                now.haltedAt(),
                now.haltedBy(),
                now.drawdownPct(),
                now.exposurePct(),
                now.dailyPnlPct(),
                now.openRisk(),
                risk.limits(),
                now.asOf());
    }

    private static void ifDue(AtomicBoolean due, Runnable work) {
        if (!due.compareAndSet(true, false)) {
            return;
        }
        try {
            work.run();
        } catch (UpstreamProblem e) {
            due.set(true);
            LOG.debugf("refresh.postponed reason=%s", e.getMessage());
        }
    }
}
