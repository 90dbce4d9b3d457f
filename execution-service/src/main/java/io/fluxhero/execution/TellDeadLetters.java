package io.fluxhero.execution;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.outbox.DeadLettered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;

/** Raises an alert where a message could not be handled: what it said does not count. */
@ApplicationScoped
public class TellDeadLetters {

    private final FillsOut out;
    private final ExecutionConfig config;
    private final InstantSource clock;

    TellDeadLetters(FillsOut out, ExecutionConfig config, InstantSource clock) {
        this.out = out;
        this.config = config;
        this.clock = clock;
    }

    void on(@Observes DeadLettered dead) {
        String detail = dead.place() + " went to " + dead.topic() + ".dlq: " + dead.reason();
        out.faulted(config.account(), Severity.WARNING, "DEAD_LETTER", detail, clock.instant());
    }
}
