package io.fluxhero.benchmarks.stack;

import java.util.Arrays;
import java.util.Locale;

/** Times in milliseconds, and where their quantiles lie. */
final class Latencies {

    private double[] values = new double[1024];
    private int size;

    void add(double milliseconds) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = milliseconds;
    }

    int count() {
        return size;
    }

    /** The smallest value that at least this share of all does not exceed; {@code NaN} where there is none. */
    double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s %9d %9.1f %9.1f %9.1f %9.1f",
                name,
                size,
                quantile(0.5),
                quantile(0.95),
                quantile(0.99),
                quantile(1));
    }

    static String heading() {
        return String.format(
                Locale.ROOT, "%-34s %9s %9s %9s %9s %9s", "milliseconds", "count", "p50", "p95", "p99", "max");
    }

    String json() {
        return size == 0
                ? "{\"count\": 0}"
                : String.format(
                        Locale.ROOT,
                        "{\"count\": %d, \"p50_ms\": %.2f, \"p95_ms\": %.2f, \"p99_ms\": %.2f, \"max_ms\": %.2f}",
                        size,
                        quantile(0.5),
                        quantile(0.95),
                        quantile(0.99),
                        quantile(1));
    }
}
