package io.fluxhero.marketdata.feed;

import io.fluxhero.marketdata.domain.FeedMonitor;
import io.fluxhero.marketdata.domain.FeedState;
import io.fluxhero.marketdata.domain.FeedStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the history is stored, which others read when they start. */
@Readiness
@ApplicationScoped
class FeedReadiness implements HealthCheck {

    private final FeedMonitor monitor;

    FeedReadiness(FeedMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public HealthCheckResponse call() {
        FeedStatus status = monitor.status();
        boolean ready = status.state() == FeedState.RUNNING || status.state() == FeedState.FINISHED;
        HealthCheckResponseBuilder response = HealthCheckResponse.named("candle feed")
                .status(ready)
                .withData("state", status.state().name());
        if (status.detail() != null) {
            response.withData("detail", status.detail());
        }
        return response.build();
    }
}
