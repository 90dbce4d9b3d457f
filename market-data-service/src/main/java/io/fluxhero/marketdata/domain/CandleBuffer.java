package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Candle;
import java.util.ArrayList;
import java.util.List;

/** The newest bars of one series, at most so many: one more drops the oldest. */
public final class CandleBuffer {

    /** Bars kept where nobody says otherwise. */
    public static final int CAPACITY = 500;

    private final Candle[] ring;
    private long added;

    public CandleBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a buffer holds at least one bar, not " + capacity);
        }
        ring = new Candle[capacity];
    }

    /** Takes the next bar. */
    public void add(Candle candle) {
        ring[(int) (added++ % ring.length)] = candle;
    }

    /** How many bars there are. */
    public int size() {
        return (int) Math.min(added, ring.length);
    }

    public boolean isFull() {
        return added >= ring.length;
    }

    /**
     * The bar at an index: 0 is the oldest, -1 the newest.
     *
     * @throws IndexOutOfBoundsException where there is none
     */
    public Candle at(int index) {
        int place = index < 0 ? size() + index : index;
        if (place < 0 || place >= size()) {
            throw new IndexOutOfBoundsException("bar " + index + " of " + size());
        }
        return ring[(int) ((added - size() + place) % ring.length)];
    }

    /** The newest {@code count} bars, oldest first; none where {@code count} is 0 or less, all where there are fewer. */
    public List<Candle> last(int count) {
        List<Candle> newest = new ArrayList<>();
        for (int i = Math.max(0, size() - Math.max(0, count)); i < size(); i++) {
            newest.add(at(i));
        }
        return newest;
    }
}
