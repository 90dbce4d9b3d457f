package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarBoard;
import io.fluxhero.risk.domain.bar.BarInputs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says what a bar waits for where that takes too long: a bar that exists is waited for however long it takes, and until
 * then nothing is decided. Protective stops work on at the broker meanwhile.
 */
@ApplicationScoped
public class WatchBars {

    private static final Logger LOG = Logger.getLogger(WatchBars.class);
    private static final String CODE = "BAR_WAITS";

    private final BarInputs inputs;
    private final AnnounceDecisions announce;
    private final RiskSettings settings;
    private final Clock clock;
    private final Transactions transactions;
    private @Nullable Instant told;

    WatchBars(
            BarInputs inputs,
            AnnounceDecisions announce,
            RiskSettings settings,
            Clock clock,
            Transactions transactions) {
        this.inputs = inputs;
        this.announce = announce;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Raises an alert for a bar that waits, once; after a restart once more, with the same id: the bar waits still, and
     * whoever restarted should know. Called by one thread.
     */
    public void look() {
        Optional<Instant> late = transactions.call(this::raised);
        if (late.isPresent()) {
            told = late.get();
        }
    }

    private Optional<Instant> raised() {
        if (!inputs.anySettled()) {
            return Optional.empty();
        }
        Optional<BarBoard> late =
                inputs.oldestSettled().filter(board -> !board.barTime().equals(told) && isLate(board));
        late.ifPresent(this::raise);
        return late.map(BarBoard::barTime);
    }

    private boolean isLate(BarBoard board) {
        return !clock.instant().isBefore(board.firstSettledAt().plus(settings.alertAfter()));
    }

    private void raise(BarBoard board) {
        Instant now = clock.instant();
        Duration waited = Duration.between(board.firstSettledAt(), now);
        String detail = "nothing is decided since the bar of " + board.barTime() + " waits, for " + waited.toSeconds()
                + " s by now: " + String.join("; ", board.missing(settings.symbols()));
        LOG.errorf("bar.waits bar=%s detail=\"%s\"", board.barTime(), detail);
        String cause = settings.timeframe().code() + "@" + board.barTime();
        Meta meta = new Meta(Ids.derive("msg", CODE, settings.account(), cause), cause, now);
        announce.faulted(meta, Severity.CRITICAL, CODE, detail, Map.of());
    }
}
