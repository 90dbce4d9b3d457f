package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.CandleSeries;

/** The newest bars of a series that is seen one bar at a time, with their columns. */
final class LiveBars {

    private static final int ROOM = 512;

    private final CandleSeries bars;
    private final IndicatorColumns columns;
    private final int kept;
    private final int capacity;

    /** @param kept bars before the newest that can be asked for */
    LiveBars(int kept) {
        this.kept = kept;
        this.capacity = kept + ROOM;
        this.bars = new CandleSeries(capacity);
        this.columns = new IndicatorColumns(capacity);
    }

    void add(long openTime, double open, double high, double low, double close, long volume) {
        if (bars.size() == capacity) {
            columns.keepNewest(kept, capacity);
            bars.keepNewest(kept);
        }
        bars.add(openTime, open, high, low, close, volume);
    }

    int newest() {
        return bars.size() - 1;
    }

    CandleSeries bars() {
        return bars;
    }

    IndicatorColumns columns() {
        return columns;
    }
}
