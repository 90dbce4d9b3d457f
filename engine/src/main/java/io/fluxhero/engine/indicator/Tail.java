package io.fluxhero.engine.indicator;

/** The newest values of a series that is seen one value at a time, as a column that can be looked back in. */
final class Tail {

    private static final int ROOM = 256;

    private final double[] values;
    private final int kept;
    private int end;

    /** @param kept values before the newest that can be asked for */
    Tail(int kept) {
        this.kept = kept;
        this.values = new double[kept + ROOM];
    }

    /** Adds a value and gives its index; the index of older ones may change with it. */
    int append(double x) {
        if (end == values.length) {
            System.arraycopy(values, end - kept, values, 0, kept);
            end = kept;
        }
        values[end] = x;
        return end++;
    }

    double[] values() {
        return values;
    }

    /** The period, where it is one. */
    static int checked(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("a period is at least 1, not " + period);
        }
        return period;
    }
}
