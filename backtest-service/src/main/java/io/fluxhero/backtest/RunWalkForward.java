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
import io.fluxhero.engine.validation.WalkForwardResult;
import io.fluxhero.engine.validation.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Tests the rules on bars after those they were fitted to, window by window, and keeps the result; what was done before is
 * not done again.
 */
@ApplicationScoped
public class RunWalkForward {

    private static final Logger LOG = Logger.getLogger(RunWalkForward.class);

    /** Compute belongs to the common pool, one thread per core; the engine brings no threads. */
    private static final Workers ALL_CORES =
            (count, piece) -> IntStream.range(0, count).parallel().forEach(piece);

    private final History history;
    private final Runs runs;
    private final RunsAtWork atWork;
    private final Clock clock;

    RunWalkForward(History history, Runs runs, RunsAtWork atWork, Clock clock) {
        this.history = history;
        this.runs = runs;
        this.atWork = atWork;
        this.clock = clock;
    }

    public WalkForwardAnswer run(WalkForwardRequest request, String requestId) {
        return atWork.carryOut(
                Run.Kind.WALK_FORWARD,
                requestId,
                request.run().symbol(),
                watched -> answer(planned(request, watched), watched));
    }

    private WalkForwardJob planned(WalkForwardRequest request, Watched watched) {
        RunRequest run = request.run();
        if (history.find(run.symbol()).isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNKNOWN_SYMBOL, "symbol", "no bars are stored for " + run.symbol());
        }
        return WalkForwardJob.of(
                request,
                history.candles(run.symbol(), run.timeframe(), run.endDate(), bars -> atWork.fetched(watched, bars)));
    }

    private WalkForwardAnswer answer(WalkForwardJob job, Watched watched) {
        atWork.planned(watched, job.runId());
        Optional<Run> done = runs.find(job.runId());
        if (done.isPresent()) {
            LOG.infof("walk-forward.repeated run_id=%s", job.runId());
            return (WalkForwardAnswer) done.get();
        }
        WalkForwardResult result = job.run(ALL_CORES, watched);
        if (!result.isComplete()) {
            throw watched.refusal();
        }
        WalkForwardAnswer answer = new WalkForwardReport(job, result, clock.instant()).answer();
        watched.storing();
        runs.keep(answer);
        LOG.infof(
                "walk-forward.completed run_id=%s symbol=%s windows=%d pass_rate=%.4f",
                answer.runId(), answer.symbol(), answer.totalWindows(), answer.passRate());
        return answer;
    }
}
