package io.fluxhero.engine.indicator;

/**
 * Exponential smoothing, {@code value += weight * (x - value)}, seeded with the mean of the first {@code period} values.
 * With weight {@code 1 / period} it is Wilder's: {@code (value * (period - 1) + x) / period}. Equal values leave it
 * exactly where it is.
 */
final class Smoothing {

    private final int period;
    private final double weight;
    private int seen;
    private double seedSum;
    private double value = Double.NaN;

    Smoothing(int period, double weight) {
        this.period = period;
        this.weight = weight;
    }

    static Smoothing wilder(int period) {
        return new Smoothing(Tail.checked(period), 1.0 / period);
    }

    /** One step: rounded once, on every platform alike. */
    static double step(double weight, double value, double x) {
        return Math.fma(weight, x - value, value);
    }

    void update(double x) {
        if (seen >= period) {
            value = step(weight, value, x);
            return;
        }
        seen++;
        seedSum += x;
        if (seen == period) {
            value = seedSum / period;
        }
    }

    /** Whether the seed is complete, so that {@link #step} is all there is to do. */
    boolean isSeeded() {
        return seen >= period;
    }

    double weight() {
        return weight;
    }

    double value() {
        return value;
    }

    void moveTo(double steps) {
        value = steps;
    }
}
