package io.fluxhero.risk.timer;

import io.fluxhero.risk.ReportRisk;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the risk report before the session and at its end, in the exchange's time. */
@ApplicationScoped
class ReportTimer {

    private final ReportRisk reportRisk;

    ReportTimer(ReportRisk reportRisk) {
        this.reportRisk = reportRisk;
    }

    @Scheduled(cron = "0 0 9,16 * * ?", timeZone = "America/New_York")
    void report() {
        reportRisk.keep();
    }
}
