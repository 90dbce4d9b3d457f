package io.fluxhero.engine.indicator;

import java.util.Arrays;

/**
 * Mean of the last {@code period} known values of an ATR; unknown ones are passed over, a part window is unknown. Values
 * are summed in blocks of a period, counted from the first known one: what is left of the block before from its end, and
 * what has come of the newest from its beginning. So one mean can be taken by itself, and equals to the last bit the one
 * that is carried along.
 */
public final class AverageAtr {

    private final int period;
    private final double[] block;
    /** Sums of the block before from a place to its end; {@code NaN} where there is none. */
    private final double[] older;

    private double newer;
    private int next;
    private double value = Double.NaN;

    public AverageAtr(int period) {
        this.period = Tail.checked(period);
        this.block = new double[period];
        this.older = new double[period + 1];
        Arrays.fill(older, 0, period, Double.NaN);
    }

    /** Takes the ATR of the next bar, {@code NaN} while it is unknown. */
    public void update(double atr) {
        if (!Double.isNaN(atr)) {
            take(atr);
        }
    }

    private void take(double atr) {
        newer += atr;
        block[next++] = atr;
        value = (newer + older[next]) / period;
        if (next == period) {
            turn();
        }
    }

    /** A block is full. */
    private void turn() {
        double sum = 0;
        for (int i = period - 1; i >= 0; i--) {
            sum += block[i];
            older[i] = sum;
        }
        newer = 0;
        next = 0;
    }

    /** Price units; {@code NaN} while fewer than {@code period} known values were seen. */
    public double value() {
        return value;
    }

    /** Takes the values from index {@code from} to before {@code to}, those before them being known, and writes the means. */
    void update(double[] atrs, int from, int to, double[] out) {
        int i = from;
        for (; i < to && Double.isNaN(atrs[i]); i++) {
            out[i] = Double.NaN;
        }
        while (i < to) {
            i = take(atrs, i, StrictMath.min(to, i + period - next), out);
        }
    }

    /** The same steps as one by one, at most to the end of the block. */
    private int take(double[] atrs, int from, int to, double[] out) {
        System.arraycopy(atrs, from, block, next, to - from);
        double sum = newer;
        for (int i = from; i < to; i++) {
            sum += atrs[i];
            out[i] = sum + older[next + 1 + i - from];
        }
        for (int i = from; i < to; i++) {
            out[i] /= period;
        }
        newer = sum;
        next += to - from;
        value = out[to - 1];
        if (next == period) {
            turn();
        }
        return to;
    }

    /**
     * The mean at one place of a column.
     *
     * @param known values that are known up to it, itself included
     */
    static double at(double[] atrs, int place, int known, int period) {
        if (known < period) {
            return Double.NaN;
        }
        int begin = place - (known - 1) % period;
        double newer = 0;
        for (int i = begin; i <= place; i++) {
            newer += atrs[i];
        }
        double older = 0;
        for (int i = begin - 1; i > place - period; i--) {
            older = atrs[i] + older;
        }
        return (newer + older) / period;
    }
}
