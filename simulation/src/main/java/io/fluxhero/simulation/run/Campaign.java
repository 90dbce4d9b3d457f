package io.fluxhero.simulation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Runs many seeds on several threads. Which thread runs a seed makes no difference to it. */
public final class Campaign {

    private static final long CHUNK = 32;

    private final long from;
    private final long seeds;
    private final int threads;
    private final LongFunction<Outcome> simulation;
    private final Tally tally = new Tally();
    private final AtomicLong next = new AtomicLong();
    private final long startedNanos = System.nanoTime();
    private volatile boolean stopping;

    /**
     * @param simulation runs one seed
     */
    public Campaign(long from, long seeds, int threads, LongFunction<Outcome> simulation) {
        this.from = from;
        this.seeds = seeds;
        this.threads = threads;
        this.simulation = simulation;
    }

    /** Runs them all, or those that are begun when {@link #stop} is called, and reports. */
    public Report run() throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name("simulation-" + i).start(this::work));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return report();
    }

    /** No new seed begins. */
    public void stop() {
        stopping = true;
    }

    /** As it stands. */
    public Report report() {
        return tally.report(from, (System.nanoTime() - startedNanos) / 1e9);
    }

    private void work() {
        while (!stopping) {
            long first = next.getAndAdd(CHUNK);
            if (first >= seeds) {
                return;
            }
            for (long i = first; i < Math.min(first + CHUNK, seeds) && !stopping; i++) {
                tally.add(simulation.apply(from + i));
            }
        }
    }
}
