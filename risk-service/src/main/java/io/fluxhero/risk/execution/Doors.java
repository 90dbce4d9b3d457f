package io.fluxhero.risk.execution;

import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the way to execution. */
@Singleton
class Doors {

    @Produces
    @Singleton
    Execution execution(ExecutionDoor door, RiskSettings settings) {
        return new HttpExecution(door, settings.account());
    }
}
