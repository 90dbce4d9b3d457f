package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a consumer stands still before a message that it may not skip. */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {

    private final Consumption consumption;

    OutboxReadiness(Consumption consumption) {
        this.consumption = consumption;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> stuck = consumption.stuck();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("message consumers").status(stuck.isEmpty());
        stuck.forEach(response::withData);
        return response.build();
    }
}
