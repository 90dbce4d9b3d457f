package io.fluxhero.engine.indicator;

/** Wilder's smoothing: the mean of the first {@code period} values, then {@code (previous * (period - 1) + x) / period}. */
final class WilderAverage {

    private final int period;
    private int seen;
    private double seedSum;
    private double value = Double.NaN;

    WilderAverage(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("a period is at least 1, not " + period);
        }
        this.period = period;
    }

    void update(double x) {
        if (seen >= period) {
            value = (value * (period - 1) + x) / period;
            return;
        }
        seen++;
        seedSum += x;
        if (seen == period) {
            value = seedSum / period;
        }
    }

    double value() {
        return value;
    }
}
