package io.fluxhero.engine.market;

/**
 * What a strategy may see: the bars up to and including the current one, and nothing after it. Bars are counted
 * backwards: 0 is the current bar, 1 the one before. Asking for a bar that is not there yet, or never was, throws.
 */
public final class BarView {

    private final CandleSeries series;
    private int size;

    BarView(CandleSeries series) {
        this.series = series;
    }

    void showFirst(int count) {
        size = count;
    }

    /** Number of bars that can be seen. */
    public int size() {
        return size;
    }

    /** When the current bar began, epoch milliseconds. */
    public long openTime() {
        return openTime(0);
    }

    /** First price of the current bar. */
    public double open() {
        return open(0);
    }

    /** Highest price of the current bar. */
    public double high() {
        return high(0);
    }

    /** Lowest price of the current bar. */
    public double low() {
        return low(0);
    }

    /** Last price of the current bar. */
    public double close() {
        return close(0);
    }

    /** Shares traded in the current bar. */
    public long volume() {
        return volume(0);
    }

    /** When the bar so many bars ago began, epoch milliseconds. */
    public long openTime(int barsAgo) {
        return series.openTimes()[index(barsAgo)];
    }

    /** First price of the bar so many bars ago. */
    public double open(int barsAgo) {
        return series.opens()[index(barsAgo)];
    }

    /** Highest price of the bar so many bars ago. */
    public double high(int barsAgo) {
        return series.highs()[index(barsAgo)];
    }

    /** Lowest price of the bar so many bars ago. */
    public double low(int barsAgo) {
        return series.lows()[index(barsAgo)];
    }

    /** Last price of the bar so many bars ago. */
    public double close(int barsAgo) {
        return series.closes()[index(barsAgo)];
    }

    /** Shares traded in the bar so many bars ago. */
    public long volume(int barsAgo) {
        return series.volumes()[index(barsAgo)];
    }

    private int index(int barsAgo) {
        if (barsAgo < 0) {
            throw new IndexOutOfBoundsException("a strategy cannot see " + -barsAgo + " bars ahead");
        }
        if (barsAgo >= size) {
            throw new IndexOutOfBoundsException("there are only " + size + " bars, none is " + barsAgo + " bars ago");
        }
        return size - 1 - barsAgo;
    }
}
