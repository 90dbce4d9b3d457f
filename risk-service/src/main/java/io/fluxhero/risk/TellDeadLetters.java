package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.outbox.DeadLettered;
import io.fluxhero.risk.domain.account.RiskSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;

/** Raises an alert where a message could not be handled: what it said does not count. */
@ApplicationScoped
public class TellDeadLetters {

    private static final String CODE = "DEAD_LETTER";

    private final AnnounceDecisions announce;
    private final RiskSettings settings;
    private final Clock clock;

    TellDeadLetters(AnnounceDecisions announce, RiskSettings settings, Clock clock) {
        this.announce = announce;
        this.settings = settings;
        this.clock = clock;
    }

    void on(@Observes DeadLettered dead) {
        String id = Ids.derive("msg", CODE, settings.account(), "risk-service", dead.place());
        String detail = dead.place() + " went to " + dead.topic() + ".dlq: " + dead.reason();
        announce.faulted(new Meta(id, id, clock.instant()), Severity.WARNING, CODE, detail, Map.of());
    }
}
