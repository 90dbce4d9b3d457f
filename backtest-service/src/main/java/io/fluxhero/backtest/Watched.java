package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.RunProgress.State;
import io.fluxhero.engine.validation.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run at work: it is either stored or cancelled, never both. */
final class Watched implements Progress {

    private final Run.Kind kind;
    private final String requestId;
    private final String symbol;
    private final Clock clock;
    private final Instant startedAt;
    private final Duration timeLimit;
    private final AtomicReference<State> state = new AtomicReference<>(State.FETCHING);
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final AtomicInteger bars = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile int total;
    private volatile @Nullable String runId;
    private volatile Instant runningSince;

    Watched(Run.Kind kind, String requestId, String symbol, Clock clock, Duration timeLimit) {
        this.kind = kind;
        this.requestId = requestId;
        this.symbol = symbol;
        this.clock = clock;
        this.timeLimit = timeLimit;
        startedAt = clock.instant();
        runningSince = startedAt;
    }

    /**
     * More bars are there.
     *
     * @throws Refusal where no more are wanted
     */
    void fetched(int more) {
        bars.addAndGet(more);
        done.addAndGet(more);
        if (isCancelled()) {
            throw refusal();
        }
    }

    /**
     * All bars are there, and with them the identity of the run.
     *
     * @throws Refusal where it was cancelled
     */
    void planned(String id) {
        runId = id;
        done.set(0);
        runningSince = clock.instant();
        goOn(State.FETCHING, State.RUNNING);
    }

    @Override
    public void pieceDone(int pieces) {
        total = pieces;
        done.incrementAndGet();
    }

    @Override
    public boolean isCancelled() {
        return state.get() == State.CANCELLED || clock.instant().isAfter(startedAt.plus(timeLimit));
    }

    /**
     * From here on it cannot be cancelled.
     *
     * @throws Refusal where it was before
     */
    void storing() {
        goOn(State.RUNNING, State.STORING);
    }

    private void goOn(State from, State to) {
        if (!state.compareAndSet(from, to)) {
            throw refusal();
        }
    }

    /** Whether it is cancelled now; a result that is being stored is not. */
    boolean cancel() {
        boolean stops = state.updateAndGet(now -> now == State.STORING ? now : State.CANCELLED) == State.CANCELLED;
        if (stops) {
            cancelled.complete(null);
        }
        return stops;
    }

    /** Done once it is cancelled. */
    CompletableFuture<Void> cancelled() {
        return cancelled;
    }

    /** How many it holds. */
    int bars() {
        return bars.get();
    }

    boolean isCalled(String id) {
        return id.equals(requestId) || id.equals(runId);
    }

    /** Whether it is a walk-forward that will be stored as this. */
    boolean isWalkForward(String id) {
        return kind == Run.Kind.WALK_FORWARD && id.equals(runId) && state.get() != State.CANCELLED;
    }

    RunProgress soFar() {
        int reached = done.get();
        return new RunProgress(
                kind,
                requestId,
                runId,
                symbol,
                startedAt,
                Objects.requireNonNull(state.get()),
                reached,
                total,
                secondsLeft(reached));
    }

    private @Nullable Long secondsLeft(int reached) {
        if (state.get() != State.RUNNING || reached == 0 || total == 0) {
            return null;
        }
        long passed = Duration.between(runningSince, clock.instant()).toMillis();
        return Math.ceilDiv(passed * (total - reached), 1_000L * reached);
    }

    /** Why it did not come to its end. */
    Refusal refusal() {
        String name = kind == Run.Kind.BACKTEST ? "backtest" : "walk-forward";
        if (state.get() == State.CANCELLED) {
            return Refusal.of(
                    Refusal.Kind.RUN_CANCELLED,
                    null,
                    "the " + name + " was cancelled; " + reached() + ", nothing is kept");
        }
        String less = kind == Run.Kind.BACKTEST ? "fewer bars" : "fewer values in grid, or longer test_bars";
        return Refusal.of(
                Refusal.Kind.RUN_TOO_LONG,
                null,
                "the %s was not done within %d s; %s. Try %s".formatted(name, timeLimit.toSeconds(), reached(), less));
    }

    private String reached() {
        if (runId == null) {
            return bars.get() + " bars were fetched";
        }
        return kind == Run.Kind.BACKTEST
                ? "its bars were fetched"
                : "%d of %d pieces were done".formatted(done.get(), total);
    }
}
