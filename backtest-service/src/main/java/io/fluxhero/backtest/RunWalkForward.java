package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.History;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunRequest;
import io.fluxhero.backtest.domain.Runs;
import io.fluxhero.backtest.domain.WalkForwardAnswer;
import io.fluxhero.backtest.domain.WalkForwardJob;
import io.fluxhero.backtest.domain.WalkForwardReport;
import io.fluxhero.backtest.domain.WalkForwardRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tests the rules on bars after those they were fitted to, window by window, and keeps the result; what was done before is
 * not done again.
 */
@ApplicationScoped
public class RunWalkForward {

    private static final Logger LOG = Logger.getLogger(RunWalkForward.class);

    private final History history;
    private final Runs runs;
    private final Places places;
    private final RunningWalkForwards running;
    private final Clock clock;

    RunWalkForward(History history, Runs runs, Places places, RunningWalkForwards running, Clock clock) {
        this.history = history;
        this.runs = runs;
        this.places = places;
        this.running = running;
        this.clock = clock;
    }

    public WalkForwardAnswer run(WalkForwardRequest request) {
        return places.take(() -> answer(planned(request)));
    }

    private WalkForwardJob planned(WalkForwardRequest request) {
        RunRequest run = request.run();
        if (history.find(run.symbol()).isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNKNOWN_SYMBOL, "symbol", "no bars are stored for " + run.symbol());
        }
        return WalkForwardJob.of(request, history.candles(run.symbol(), run.timeframe()));
    }

    private WalkForwardAnswer answer(WalkForwardJob job) {
        Optional<Run> done = runs.find(job.runId());
        if (done.isPresent()) {
            LOG.infof("walk-forward.repeated run_id=%s", job.runId());
            return (WalkForwardAnswer) done.get();
        }
        WalkForwardAnswer answer =
                places.compute(() -> new WalkForwardReport(job, running.carryOut(job), clock.instant()).answer());
        runs.keep(answer);
        LOG.infof(
                "walk-forward.completed run_id=%s symbol=%s windows=%d pass_rate=%.4f",
                answer.runId(), answer.symbol(), answer.totalWindows(), answer.passRate());
        return answer;
    }
}
