package io.fluxhero.launcher.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.launcher.home.RunStateFile;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * How long something took, over many times, in milliseconds; the percentiles are times that happened (nearest rank).
 */
record Spread(long p50, long p95, long max) {

    static Spread of(LongStream millis) {
        long[] sorted = millis.sorted().toArray();
        return sorted.length == 0
                ? new Spread(0, 0, 0)
                : new Spread(rank(sorted, 0.50), rank(sorted, 0.95), sorted[sorted.length - 1]);
    }

    ObjectNode asJson() {
        return RunStateFile.JSON
                .createObjectNode()
                .put("p50", p50)
                .put("p95", p95)
                .put("max", max);
    }

    String sentence() {
        return String.format(Locale.ROOT, "p50 %.1f s, p95 %.1f s, max %.1f s", p50 / 1e3, p95 / 1e3, max / 1e3);
    }

    private static long rank(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
