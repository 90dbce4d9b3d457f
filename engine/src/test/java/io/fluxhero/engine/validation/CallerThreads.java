package io.fluxhero.engine.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What callers bring: threads, and the wish to stop. */
final class CallerThreads {

    private CallerThreads() {}

    /** Every n-th piece belongs to the same thread, last pieces first. */
    static Workers ofPartitions(int partitions) {
        return (count, piece) -> {
            try (ExecutorService threads = Executors.newFixedThreadPool(partitions)) {
                List<Future<?>> parts = new ArrayList<>();
                for (int part = 0; part < partitions; part++) {
                    int first = part;
                    parts.add(threads.submit(() -> {
                        for (int i = count - 1 - first; i >= 0; i -= partitions) {
                            piece.accept(i);
                        }
                    }));
                }
                for (Future<?> part : parts) {
                    part.get();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    /** Counts, and cancels after so many pieces. */
    static final class Countdown implements Progress {

        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger total = new AtomicInteger();
        private final int most;

        Countdown(int most) {
            this.most = most;
        }

        @Override
        public void pieceDone(int of) {
            done.incrementAndGet();
            total.set(of);
        }

        @Override
        public boolean isCancelled() {
            return done.get() >= most;
        }
    }
}
