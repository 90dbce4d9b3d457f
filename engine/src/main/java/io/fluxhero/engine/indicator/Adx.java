package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.CandleSeries;

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
            plus.update(DirectionalMovement.larger(up, down));
            minus.update(DirectionalMovement.larger(down, up));
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

    /** Takes the bars from index {@code from} to before {@code to} and writes the four columns. */
    void update(CandleSeries bars, int from, int to, IndicatorColumns out) {
        int i = from;
        for (; i < to && !index.isSeeded(); i++) {
            update(bars.highs()[i], bars.lows()[i], bars.closes()[i]);
            out.atr()[i] = atr();
            out.plusDi()[i] = plusDi();
            out.minusDi()[i] = minusDi();
            out.adx()[i] = value();
        }
        if (i < to) {
            smooth(bars, i, to, out);
            compare(i, to, out.atr(), out.plusDi(), out.minusDi(), out.adx());
            index.update(out.adx(), i, to, out.adx());
            previousHigh = bars.highs()[to - 1];
            previousLow = bars.lows()[to - 1];
            previousClose = bars.closes()[to - 1];
        }
    }

    /** Smooths the three movements; what is made of them comes later, in columns that the processor can do four at a time. */
    private void smooth(CandleSeries bars, int from, int to, IndicatorColumns out) {
        double[] highs = bars.highs();
        double[] lows = bars.lows();
        double[] closes = bars.closes();
        double[] ranges = out.atr();
        double[] ups = out.plusDi();
        double[] downs = out.minusDi();
        double weight = range.weight();
        double width = range.value();
        double rising = plus.value();
        double falling = minus.value();
        for (int i = from; i < to; i++) {
            double up = highs[i] - highs[i - 1];
            double down = lows[i - 1] - lows[i];
            width = Smoothing.step(weight, width, TrueRange.of(highs[i], lows[i], closes[i - 1]));
            rising = Smoothing.step(weight, rising, DirectionalMovement.larger(up, down));
            falling = Smoothing.step(weight, falling, DirectionalMovement.larger(down, up));
            ranges[i] = width;
            ups[i] = rising;
            downs[i] = falling;
        }
        range.moveTo(width);
        plus.moveTo(rising);
        minus.moveTo(falling);
    }

    private static void compare(int from, int to, double[] atrs, double[] ups, double[] downs, double[] indices) {
        for (int i = from; i < to; i++) {
            double rising = ups[i];
            double falling = downs[i];
            indices[i] = directionalIndex(rising, falling);
            ups[i] = indicator(rising, atrs[i]);
            downs[i] = indicator(falling, atrs[i]);
        }
    }

    private static double indicator(double movement, double range) {
        return FULL * movement / Math.max(range, LEAST);
    }

    private static double directionalIndex(double rising, double falling) {
        return FULL * Math.abs(rising - falling) / Math.max(rising + falling, LEAST);
    }
}
