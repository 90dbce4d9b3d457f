package io.fluxhero.execution;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the books were compared; a halt is a state of the account, not of the process, and is shown. */
@Readiness
@ApplicationScoped
class ConditionReadiness implements HealthCheck {

    private final Condition condition;
    private final Fencing fencing;

    ConditionReadiness(Condition condition, Fencing fencing) {
        this.condition = condition;
        this.fencing = fencing;
    }

    @Override
    public HealthCheckResponse call() {
        Condition.Report report = condition.current();
        boolean compared = report.state() == Condition.State.READY || report.state() == Condition.State.HALTED;
        return HealthCheckResponse.named("books agree with the broker")
                .status(compared)
                .withData("state", report.state().name())
                .withData("detail", report.detail())
                .withData("halted", fencing.isHalted())
                .build();
    }
}
