package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.Cancellation;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Ends a run that is at work, and writes down who did. */
@ApplicationScoped
public class CancelRun {

    private static final Logger LOG = Logger.getLogger(CancelRun.class);

    private final RunsAtWork atWork;
    private final Runs runs;
    private final Clock clock;

    CancelRun(RunsAtWork atWork, Runs runs, Clock clock) {
        this.atWork = atWork;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Cancels it; again, it is answered like the first time.
     *
     * @param id of the run, or of the request that started it
     * @throws Refusal where it has ended, or nobody knows it
     */
    public RunProgress cancel(String id, String by, String role) {
        Optional<RunProgress> cancelled = atWork.cancel(id);
        if (cancelled.isPresent()) {
            RunProgress run = cancelled.get();
            runs.keep(new Cancellation(run, clock.instant(), by, role));
            LOG.infof("run.cancelled request_id=%s run_id=%s by=%s role=%s", run.requestId(), run.runId(), by, role);
            return run;
        }
        if (runs.has(id)) {
            throw Refusal.of(Refusal.Kind.RUN_ENDED, "run_id", "the run has ended; its result is stored as " + id);
        }
        return runs.cancelled(id)
                .orElseThrow(() -> Refusal.of(
                        Refusal.Kind.UNKNOWN_RUN,
                        "run_id",
                        "no run is at work as " + id + "; one that has ended is among the results"));
    }
}
