package io.fluxhero.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Two programs in turn, so that whatever else the machine does hits both. A turn lasts as long for the fast as for the slow:
 * else the fast one would be timed on what the other left in the cache. What they give is consumed. Times are those of the
 * thread on its core, which a busy neighbour stretches less than the clock on the wall, and of the collector that stops it to
 * clear away what it made.
 */
final class Pair {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Of a turn at least, in nanoseconds; a program that takes longer runs once. */
    private static final long TURN = 100_000_000;

    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();
    private static final long NANOS_A_MILLISECOND = 1_000_000;

    private static long sink;

    private final DoubleSupplier ours;
    private final DoubleSupplier peer;

    Pair(DoubleSupplier ours, DoubleSupplier peer) {
        this.ours = ours;
        this.peer = peer;
    }

    /** Medians in nanoseconds, and the median of the ratios of the rounds. */
    record Times(double ours, double peer, double peerOverOurs) {}

    Times run(int warmUps, int rounds) {
        for (int i = 0; i < warmUps; i++) {
            time(ours);
            time(peer);
        }
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            boolean swapped = i % 2 == 1;
            double a = time(swapped ? peer : ours);
            double b = time(swapped ? ours : peer);
            first[i] = swapped ? b : a;
            second[i] = swapped ? a : b;
            ratios[i] = second[i] / first[i];
        }
        return new Times(median(first), median(second), median(ratios));
    }

    /** Mean time of a run. */
    private static double time(DoubleSupplier program) {
        long collecting = collecting();
        long begin = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < TURN) {
            sink ^= Double.doubleToRawLongBits(program.getAsDouble());
            runs++;
            spent = THREADS.getCurrentThreadCpuTime() - begin;
        }
        return (double) (spent + collecting() - collecting) / runs;
    }

    /** What collections have taken so far; of the serial collector, which has one thread, that is its processor time. */
    private static long collecting() {
        return COLLECTORS.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                * NANOS_A_MILLISECOND;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** What all programs gave; asking for it keeps their work alive. */
    static long sink() {
        return sink;
    }
}
