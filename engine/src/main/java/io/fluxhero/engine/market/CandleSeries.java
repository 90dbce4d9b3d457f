package io.fluxhero.engine.market;

import java.util.Arrays;
import java.util.List;

/**
 * Complete bars of one symbol and timeframe, oldest first, as columns of primitives. It only grows: bars are added at
 * the end, in rising time. The column methods give the live arrays, for loops that cannot afford a copy: they are at
 * least {@link #size()} long, are to be read only, and are replaced when the series outgrows them.
 */
public final class CandleSeries {

    private static final int FIRST_CAPACITY = 512;

    private long[] openTimes;
    private double[] opens;
    private double[] highs;
    private double[] lows;
    private double[] closes;
    private long[] volumes;
    private int size;

    /** An empty series. */
    public CandleSeries() {
        this(FIRST_CAPACITY);
    }

    /** An empty series with room for so many bars. */
    public CandleSeries(int capacity) {
        openTimes = new long[capacity];
        opens = new double[capacity];
        highs = new double[capacity];
        lows = new double[capacity];
        closes = new double[capacity];
        volumes = new long[capacity];
    }

    /** The bars of a list. */
    public static CandleSeries of(List<Candle> candles) {
        CandleSeries series = new CandleSeries(candles.size());
        candles.forEach(series::add);
        return series;
    }

    /** Adds the next bar. */
    public void add(Candle candle) {
        add(candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    /**
     * Adds the next bar.
     *
     * @param openTime when it began, epoch milliseconds
     * @throws IllegalArgumentException where the bar is not later than the one before, or a price is no number above 0
     */
    public void add(long openTime, double open, double high, double low, double close, long volume) {
        if (size > 0 && openTime <= openTimes[size - 1]) {
            throw new IllegalArgumentException(
                    "bar " + openTime + " is not later than the one before, " + openTimes[size - 1]);
        }
        if (!(low > 0) || !Double.isFinite(open + high + low + close)) {
            throw new IllegalArgumentException("bar " + openTime + " has a price that is no number above 0");
        }
        if (size == openTimes.length) {
            grow(Math.max(FIRST_CAPACITY, size * 2));
        }
        openTimes[size] = openTime;
        opens[size] = open;
        highs[size] = high;
        lows[size] = low;
        closes[size] = close;
        volumes[size] = volume;
        size++;
    }

    private void grow(int capacity) {
        openTimes = Arrays.copyOf(openTimes, capacity);
        opens = Arrays.copyOf(opens, capacity);
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        closes = Arrays.copyOf(closes, capacity);
        volumes = Arrays.copyOf(volumes, capacity);
    }

    /** Number of bars. */
    public int size() {
        return size;
    }

    /** The bar at an index, 0 is the oldest. */
    public Candle candle(int index) {
        return new Candle(
                openTimes[checked(index)], opens[index], highs[index], lows[index], closes[index], volumes[index]);
    }

    /** Open time of the bar at an index, epoch milliseconds. */
    public long openTime(int index) {
        return openTimes[checked(index)];
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("bar " + index + " of " + size);
        }
        return index;
    }

    /** Column of open times, epoch milliseconds. */
    public long[] openTimes() {
        return openTimes;
    }

    /** Column of first prices. */
    public double[] opens() {
        return opens;
    }

    /** Column of highest prices. */
    public double[] highs() {
        return highs;
    }

    /** Column of lowest prices. */
    public double[] lows() {
        return lows;
    }

    /** Column of last prices. */
    public double[] closes() {
        return closes;
    }

    /** Column of shares traded. */
    public long[] volumes() {
        return volumes;
    }
}
