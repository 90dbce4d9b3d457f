package io.fluxhero.risk.timer;

import io.fluxhero.risk.DecideBars;
import io.fluxhero.risk.WatchBars;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks again at bars that wait for a symbol, for patience may be over; and says so where one waits too long. */
@ApplicationScoped
class GraceTimer {

    private final DecideBars decideBars;
    private final WatchBars watchBars;

    GraceTimer(DecideBars decideBars, WatchBars watchBars) {
        this.decideBars = decideBars;
        this.watchBars = watchBars;
    }

    @Scheduled(every = "{fluxhero.risk.grace-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        decideBars.overdue();
        watchBars.look();
    }
}
