package io.fluxhero.engine.performance;

import java.util.Arrays;

/**
 * Equity at the close of each bar, as the bars at which it changes: while nothing is held it does not. What is worked out
 * of it equals, bit for bit, what {@link EquityCurve} makes of the same values one by one.
 */
public final class EquitySteps {

    private int[] bars = new int[256];
    private double[] values = new double[256];
    private int steps;
    private int size;

    /** The steps of a curve. */
    public static EquitySteps of(double[] equity) {
        EquitySteps steps = new EquitySteps();
        for (double value : equity) {
            steps.add(value);
        }
        return steps;
    }

    /** Adds the value at the next bar, money. */
    public void add(double equity) {
        if (steps > 0 && values[steps - 1] == equity) {
            size++;
            return;
        }
        if (steps == bars.length) {
            bars = Arrays.copyOf(bars, steps * 2);
            values = Arrays.copyOf(values, steps * 2);
        }
        bars[steps] = size++;
        values[steps++] = equity;
    }

    /** The last value holds for so many more bars. */
    public void addUnchanged(int more) {
        size += more;
    }

    /** Replaces the value at the last bar. */
    public void replaceLast(double equity) {
        size--;
        steps -= bars[steps - 1] == size ? 1 : 0;
        add(equity);
    }

    /** Number of bars. */
    public int size() {
        return size;
    }

    /** Value at the first bar; {@code NaN} where there is none. */
    public double first() {
        return size == 0 ? Double.NaN : values[0];
    }

    /** Value at the last bar; {@code NaN} where there is none. */
    public double last() {
        return size == 0 ? Double.NaN : values[steps - 1];
    }

    /** A value for each bar. */
    public double[] toArray() {
        double[] equity = new double[size];
        for (int i = 0; i < steps; i++) {
            Arrays.fill(equity, bars[i], i + 1 < steps ? bars[i + 1] : size, values[i]);
        }
        return equity;
    }

    /** Number of returns from bar to bar. */
    public int returnCount() {
        return Math.max(0, size - 1);
    }

    /** The returns from bar to bar that are not 0, and maybe some that are, in their order. */
    public double[] changes() {
        double[] changes = new double[Math.max(0, steps - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = EquityCurve.change(values[i], values[i + 1]);
        }
        return changes;
    }

    /** Number of the return, counted from 0, that is the so-manieth of {@link #changes()}. */
    public int returnOf(int change) {
        return bars[change + 1] - 1;
    }

    /** Moments of the returns. */
    public Moments moments() {
        return Moments.of(changes(), returnCount());
    }

    /** The deepest fall from a peak, in percent of that peak. */
    EquityCurve.Drawdown maxDrawdown() {
        if (size == 0) {
            return new EquityCurve.Drawdown(0, 0, -1, -1);
        }
        double percent = 0;
        int from = 0;
        int to = 0;
        int peak = 0;
        double lowest = values[0];
        for (int i = 1; i < steps; i++) {
            if (values[i] > values[peak]) {
                peak = i;
                lowest = values[i];
            } else if (values[i] < lowest) {
                lowest = values[i];
                double fall = (lowest - values[peak]) / values[peak] * 100;
                if (fall < percent) {
                    percent = fall;
                    from = peak;
                    to = i;
                }
            }
        }
        return new EquityCurve.Drawdown(percent, values[to] - values[from], bars[from], bars[to]);
    }
}
