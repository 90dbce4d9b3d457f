package io.fluxhero.engine.indicator;

import java.util.Arrays;

/**
 * The newest values, oldest first. Sums over it are taken anew on each bar: a running sum of doubles drifts, and would
 * never find a flat window flat again.
 */
final class Window {

    private final double[] values;
    private int oldest;
    private int size;

    Window(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a period is at least 1, not " + capacity);
        }
        this.values = new double[capacity];
        Arrays.fill(values, Double.NaN);
    }

    void add(double value) {
        if (size < values.length) {
            values[size++] = value;
            return;
        }
        values[oldest] = value;
        oldest = oldest + 1 == values.length ? 0 : oldest + 1;
    }

    boolean isFull() {
        return size == values.length;
    }

    int size() {
        return size;
    }

    /** The value {@code index} places after the oldest. */
    double get(int index) {
        int at = oldest + index;
        return values[at < values.length ? at : at - values.length];
    }

    double newest() {
        return get(size - 1);
    }

    /** Mean of the values held, measured from the newest so that equal values have exactly that mean. */
    double mean() {
        double origin = newest();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += get(i) - origin;
        }
        return origin + sum / size;
    }
}
