package io.fluxhero.risk;

import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.Execution.Unreachable;
import io.fluxhero.risk.domain.execution.ExecutionState;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks execution how it stands, for people. */
@ApplicationScoped
class AskExecution {

    private static final Logger LOG = Logger.getLogger(AskExecution.class);

    private final Execution execution;

    AskExecution(Execution execution) {
        this.execution = execution;
    }

    /** How it stands, {@code null} where it does not answer. */
    @Nullable
    ExecutionState state() {
        try {
            return execution.state();
        } catch (Unreachable e) {
            LOG.warnf("execution.silent reason=\"%s\"", e.detail());
            return null;
        }
    }
}
