package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.WalkForwardJob;
import io.fluxhero.engine.validation.WalkForwardResult;
import io.fluxhero.engine.validation.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/** Walk-forwards at work: anyone may watch and cancel one, and each ends at the time limit. */
@ApplicationScoped
public class RunningWalkForwards {

    /** Compute belongs to the common pool, one thread per core; the engine brings no threads. */
    private static final Workers ALL_CORES =
            (count, piece) -> IntStream.range(0, count).parallel().forEach(piece);

    private final ConcurrentNavigableMap<String, Watched> atWork = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private final Duration timeLimit;

    RunningWalkForwards(Clock clock, BacktestProperties properties) {
        this.clock = clock;
        timeLimit = properties.timeLimit();
    }

    /**
     * Does it.
     *
     * @throws Refusal where it is at work already, is cancelled, or takes too long
     */
    WalkForwardResult carryOut(WalkForwardJob job) {
        Watched watched = new Watched(job, clock, timeLimit);
        if (atWork.putIfAbsent(job.runId(), watched) != null) {
            throw Refusal.of(
                    Refusal.Kind.RUN_AT_WORK,
                    null,
                    "this walk-forward is at work; its result will be stored as " + job.runId());
        }
        try {
            WalkForwardResult result = job.run(ALL_CORES, watched);
            if (!result.isComplete()) {
                throw watched.refusal();
            }
            return result;
        } finally {
            atWork.remove(job.runId());
        }
    }

    public List<RunProgress> all() {
        return atWork.values().stream().map(Watched::soFar).toList();
    }

    /** Ends one at its next piece; how far it was by now, or nothing where it is not at work. */
    public Optional<RunProgress> cancel(String runId) {
        return Optional.ofNullable(atWork.get(Objects.requireNonNull(runId))).map(Watched::cancel);
    }
}
