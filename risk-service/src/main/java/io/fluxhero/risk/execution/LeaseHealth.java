package io.fluxhero.risk.execution;

import io.fluxhero.risk.KeepLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how the lease at execution stands; risk works without it, so it is never down. */
@Readiness
@ApplicationScoped
class LeaseHealth implements HealthCheck {

    private final KeepLease keepLease;

    LeaseHealth(KeepLease keepLease) {
        this.keepLease = keepLease;
    }

    @Override
    public HealthCheckResponse call() {
        KeepLease.Report report = keepLease.latest();
        return HealthCheckResponse.named("lease at execution")
                .up()
                .withData("renewed_at", Objects.toString(report.renewedAt(), "never"))
                .withData("problem", Objects.requireNonNullElse(report.problem(), "none"))
                .build();
    }
}
