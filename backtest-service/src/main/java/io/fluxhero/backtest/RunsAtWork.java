package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunProgress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jboss.logging.MDC;

/**
 * Room for a few runs at once: they share cores and heap, and one too many would take both from all. Anyone may watch one
 * and cancel it.
 */
@ApplicationScoped
public class RunsAtWork {

    private final ConcurrentNavigableMap<String, Watched> byRequest = new ConcurrentSkipListMap<>();
    private final Semaphore free;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("run-", 0).factory());
    private final Clock clock;
    private final Duration timeLimit;
    private final int mostBars;

    RunsAtWork(Clock clock, BacktestProperties properties) {
        this.clock = clock;
        free = new Semaphore(properties.mostRuns());
        timeLimit = properties.timeLimit();
        mostBars = properties.mostBars();
    }

    /**
     * Does it on a thread of its own: on a virtual one it would hold the carrier that answers other requests. Who waits is
     * told of a cancel at once; the place is free when the work has really ended.
     *
     * @throws Refusal where there is no room, the same request is at work, or it is cancelled
     */
    <T> T carryOut(Run.Kind kind, String requestId, String symbol, Function<Watched, T> work) {
        Watched watched = new Watched(kind, requestId, symbol, clock, timeLimit);
        if (!free.tryAcquire()) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY_RUNS, null, "as many runs as there is room for are at work; ask again later");
        }
        if (byRequest.putIfAbsent(requestId, watched) != null) {
            free.release();
            throw Refusal.of(Refusal.Kind.RUN_AT_WORK, null, "a run of the request " + requestId + " is at work");
        }
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> worked(watched, requestId, work), threads)
                .copy();
        var _ = watched.cancelled().thenRun(() -> answer.completeExceptionally(watched.refusal()));
        return await(answer);
    }

    private <T> T worked(Watched watched, String requestId, Function<Watched, T> work) {
        MDC.put("correlationId", requestId);
        try {
            return work.apply(watched);
        } finally {
            MDC.remove("correlationId");
            byRequest.remove(requestId);
            free.release();
        }
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * More bars are there.
     *
     * @throws Refusal where no more are wanted, or there is no room for them: better than to take the heap from all
     */
    void fetched(Watched watched, int bars) {
        watched.fetched(bars);
        if (watched.bars() > mostBars) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY_BARS,
                    "end_date",
                    "more than " + mostBars + " bars are stored up to end_date, which is more than there is room for;"
                            + " ask for longer bars, fewer symbols or an earlier end_date");
        }
        if (byRequest.values().stream().mapToLong(Watched::bars).sum() > mostBars) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY_RUNS,
                    null,
                    "the runs at work hold as many bars as there is room for; ask again later");
        }
    }

    /**
     * Names a run by what its result will be stored as.
     *
     * @throws Refusal where it was cancelled, or the same walk-forward, which is long, is at work already
     */
    synchronized void planned(Watched watched, String runId) {
        if (byRequest.values().stream().anyMatch(other -> other.isWalkForward(runId))) {
            throw Refusal.of(
                    Refusal.Kind.RUN_AT_WORK,
                    null,
                    "this walk-forward is at work; its result will be stored as " + runId);
        }
        watched.planned(runId);
    }

    public List<RunProgress> all() {
        return byRequest.values().stream().map(Watched::soFar).toList();
    }

    /**
     * Cancels those of this request or run; how far the first was, or nothing where none is at work.
     *
     * @throws Refusal where its result is being stored
     */
    Optional<RunProgress> cancel(String id) {
        List<Watched> meant =
                byRequest.values().stream().filter(run -> run.isCalled(id)).toList();
        List<Watched> stopped = meant.stream().filter(Watched::cancel).toList();
        if (!meant.isEmpty() && stopped.isEmpty()) {
            throw Refusal.of(Refusal.Kind.RUN_ENDED, "run_id", "the run has ended; its result is being stored");
        }
        return stopped.stream().map(Watched::soFar).findFirst();
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
