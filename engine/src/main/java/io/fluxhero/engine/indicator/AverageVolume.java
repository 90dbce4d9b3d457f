package io.fluxhero.engine.indicator;

/** Mean volume of the last {@code period} bars, the newest included. Volumes are whole, so the running sum is exact. */
public final class AverageVolume {

    private final long[] volumes;
    private int next;
    private int seen;
    private long sum;

    public AverageVolume(int period) {
        this.volumes = new long[Tail.checked(period)];
    }

    /** Takes the volume of the next bar. */
    public void update(long volume) {
        sum += volume - volumes[next];
        volumes[next] = volume;
        next = next + 1 == volumes.length ? 0 : next + 1;
        seen = StrictMath.min(seen + 1, volumes.length);
    }

    /** Shares; {@code NaN} while fewer than {@code period} bars were seen. */
    public double value() {
        return seen == volumes.length ? (double) sum / volumes.length : Double.NaN;
    }

    /** Takes the volumes from index {@code from} to before {@code to}, those before them being known, and writes the means. */
    void update(long[] column, int from, int to, double[] out) {
        int i = from;
        for (; i < to && seen < volumes.length; i++) {
            update(column[i]);
            out[i] = value();
        }
        sum(column, i, to, out);
        double count = volumes.length;
        for (; i < to; i++) {
            out[i] /= count;
        }
    }

    /** The mean at one bar of a column. Whole numbers: it is the one that is carried along. */
    static double at(long[] column, int bar, int period) {
        if (bar + 1 < period) {
            return Double.NaN;
        }
        long sum = 0;
        for (int i = bar - period + 1; i <= bar; i++) {
            sum += column[i];
        }
        return (double) sum / period;
    }

    private void sum(long[] column, int from, int to, double[] out) {
        long running = sum;
        int period = volumes.length;
        for (int i = from; i < to; i++) {
            running += column[i] - column[i - period];
            out[i] = (double) running;
        }
        sum = running;
    }
}
