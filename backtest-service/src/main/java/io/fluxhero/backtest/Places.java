package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Room for a few runs at once: they share cores and heap, and one too many would take both from all. */
@ApplicationScoped
class Places {

    private final Semaphore free;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("run-", 0).factory());

    Places(BacktestProperties properties) {
        free = new Semaphore(properties.mostRuns());
    }

    <T> T take(Supplier<T> run) {
        if (!free.tryAcquire()) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY_RUNS, null, "as many runs as there is room for are at work; ask again later");
        }
        try {
            return run.get();
        } finally {
            free.release();
        }
    }

    /** Waits for work of the processor. On a virtual thread it would hold the carrier that answers other requests. */
    <T> T compute(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
