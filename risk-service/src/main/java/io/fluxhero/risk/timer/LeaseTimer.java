package io.fluxhero.risk.timer;

import io.fluxhero.risk.KeepLease;
import io.fluxhero.risk.WatchSystem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Renews the lease at execution, and looks whether something has to stop trading. */
@ApplicationScoped
class LeaseTimer {

    private final KeepLease keepLease;
    private final WatchSystem watchSystem;
    private final MeterRegistry meters;

    LeaseTimer(KeepLease keepLease, WatchSystem watchSystem, MeterRegistry meters) {
        this.keepLease = keepLease;
        this.watchSystem = watchSystem;
        this.meters = meters;
    }

    @Scheduled(
            every = "{fluxhero.risk.lease-renewal}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void renew() {
        KeepLease.Report report = keepLease.renew();
        String result = report.problem() == null ? "renewed" : "failed";
        meters.counter("fluxhero_lease_renewals_total", "result", result).increment();
        watchSystem.judge(report);
    }
}
