package io.fluxhero.engine.indicator;

/**
 * Average directional movement index, its two indicators and the average true range that they rest on, Wilder (1978),
 * with Wilder averages throughout. Without range or without movement the indicators and DX are 0. The indicators are
 * known after {@code period + 1} bars, the index after {@code 2 * period}.
 */
public final class Adx {

    private static final double FULL = 100;
    private static final double LEAST = Double.MIN_NORMAL;

    private final Smoothing plus;
    private final Smoothing minus;
    private final Smoothing range;
    private final Smoothing index;
    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private boolean started;

    public Adx(int period) {
        this.plus = Smoothing.wilder(period);
        this.minus = Smoothing.wilder(period);
        this.range = Smoothing.wilder(period);
        this.index = Smoothing.wilder(period);
    }

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        if (started) {
            double up = high - previousHigh;
            double down = previousLow - low;
            range.update(TrueRange.of(high, low, previousClose));
            plus.update(DirectionalMovement.plus(up, down));
            minus.update(DirectionalMovement.minus(up, down));
        }
        started = true;
        previousHigh = high;
        previousLow = low;
        previousClose = close;
        if (range.isSeeded()) {
            index.update(directionalIndex(plus.value(), minus.value()));
        }
    }

    /** 0 to 100; {@code NaN} while fewer than {@code 2 * period} bars were seen. */
    public double value() {
        return index.value();
    }

    /** Positive directional indicator, 0 to 100. */
    public double plusDi() {
        return indicator(plus.value(), range.value());
    }

    /** Negative directional indicator, 0 to 100. */
    public double minusDi() {
        return indicator(minus.value(), range.value());
    }

    /** Average true range of the same period, price units. */
    public double atr() {
        return range.value();
    }

    /** Whether every average is seeded, so that {@link Smoothing#step} is all there is to do. */
    boolean isSeeded() {
        return index.isSeeded();
    }

    Smoothing range() {
        return range;
    }

    Smoothing plus() {
        return plus;
    }

    Smoothing minus() {
        return minus;
    }

    Smoothing index() {
        return index;
    }

    /** Continues after steps that were taken elsewhere. */
    void moveTo(double width, double rising, double falling) {
        range.moveTo(width);
        plus.moveTo(rising);
        minus.moveTo(falling);
    }

    static double indicator(double movement, double range) {
        return FULL * movement / Math.max(range, LEAST);
    }

    static double directionalIndex(double rising, double falling) {
        return FULL * Math.abs(rising - falling) / Math.max(rising + falling, LEAST);
    }
}
