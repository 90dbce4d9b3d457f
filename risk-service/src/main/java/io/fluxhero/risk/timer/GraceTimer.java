package io.fluxhero.risk.timer;

import io.fluxhero.risk.DecideBars;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks again at bars that wait for a symbol, for patience may be over. */
@ApplicationScoped
class GraceTimer {

    private final DecideBars decideBars;

    GraceTimer(DecideBars decideBars) {
        this.decideBars = decideBars;
    }

    @Scheduled(every = "{fluxhero.risk.grace-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        decideBars.overdue();
    }
}
