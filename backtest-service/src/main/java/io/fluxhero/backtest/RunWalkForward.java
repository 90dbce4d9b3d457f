package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.History;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.RunRequest;
import io.fluxhero.backtest.domain.WalkForwardAnswer;
import io.fluxhero.backtest.domain.WalkForwardJob;
import io.fluxhero.backtest.domain.WalkForwardReport;
import io.fluxhero.backtest.domain.WalkForwardRequest;
import io.fluxhero.engine.validation.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Tests the rules on bars after those they were fitted to, window by window. Nothing is stored: the answer is the result. */
@ApplicationScoped
public class RunWalkForward {

    private static final Logger LOG = Logger.getLogger(RunWalkForward.class);

    /** Compute belongs to the common pool, one thread per core; the engine brings no threads. */
    private static final Workers ALL_CORES =
            (count, piece) -> IntStream.range(0, count).parallel().forEach(piece);

    private final History history;
    private final Clock clock;

    RunWalkForward(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    public WalkForwardAnswer run(WalkForwardRequest request) {
        RunRequest run = request.run();
        if (history.find(run.symbol()).isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNKNOWN_SYMBOL, "symbol", "no bars are stored for " + run.symbol());
        }
        WalkForwardJob job = WalkForwardJob.of(request, history.candles(run.symbol(), run.timeframe()));
        WalkForwardAnswer answer = new WalkForwardReport(job, job.run(ALL_CORES), clock.instant()).answer();
        LOG.infof(
                "walk-forward.completed run_id=%s symbol=%s windows=%d pass_rate=%.4f",
                answer.runId(), answer.symbol(), answer.totalWindows(), answer.passRate());
        return answer;
    }
}
