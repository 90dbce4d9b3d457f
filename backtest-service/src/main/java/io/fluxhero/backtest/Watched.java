package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.WalkForwardJob;
import io.fluxhero.engine.validation.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One walk-forward at work. */
final class Watched implements Progress {

    private final WalkForwardJob job;
    private final Clock clock;
    private final Instant startedAt;
    private final Duration timeLimit;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int total;
    private volatile boolean cancelled;

    Watched(WalkForwardJob job, Clock clock, Duration timeLimit) {
        this.job = job;
        this.clock = clock;
        this.timeLimit = timeLimit;
        startedAt = clock.instant();
    }

    @Override
    public void pieceDone(int pieces) {
        total = pieces;
        done.incrementAndGet();
    }

    @Override
    public boolean isCancelled() {
        return cancelled || clock.instant().isAfter(startedAt.plus(timeLimit));
    }

    RunProgress cancel() {
        cancelled = true;
        return soFar();
    }

    RunProgress soFar() {
        return new RunProgress(job.runId(), job.request().run().symbol(), startedAt, done.get(), total);
    }

    /** Why it did not come to its end. */
    Refusal refusal() {
        RunProgress soFar = soFar();
        String reached = "%d of %d pieces were done".formatted(soFar.done(), soFar.total());
        return cancelled
                ? Refusal.of(Refusal.Kind.RUN_CANCELLED, null, "the walk-forward was cancelled; " + reached)
                : Refusal.of(
                        Refusal.Kind.RUN_TOO_LONG,
                        null,
                        "the walk-forward was not done within %d s; %s. Try fewer values in grid, or longer test_bars"
                                .formatted(timeLimit.toSeconds(), reached));
    }
}
