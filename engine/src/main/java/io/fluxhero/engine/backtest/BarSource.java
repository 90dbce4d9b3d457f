package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import java.util.List;
import java.util.SortedMap;

/** Walks the bars of several symbols side by side, one time after the other. */
final class BarSource {

    private final List<String> symbols;
    private final List<List<Candle>> columns;
    private final int[] next;
    private long time = Long.MIN_VALUE;

    BarSource(SortedMap<String, List<Candle>> candles) {
        symbols = List.copyOf(candles.keySet());
        columns = List.copyOf(candles.values());
        next = new int[symbols.size()];
    }

    /** Moves to the next time at which any symbol has a bar; false where there is none. */
    boolean advance() {
        long earliest = Long.MAX_VALUE;
        for (int s = 0; s < next.length; s++) {
            if (next[s] < columns.get(s).size()) {
                earliest = Math.min(earliest, columns.get(s).get(next[s]).openTime());
            }
        }
        if (earliest == Long.MAX_VALUE) {
            return false;
        }
        if (earliest <= time) {
            throw new IllegalArgumentException("bars must rise in time: " + earliest + " after " + time);
        }
        time = earliest;
        return true;
    }

    long time() {
        return time;
    }

    int symbolCount() {
        return symbols.size();
    }

    String symbol(int index) {
        return symbols.get(index);
    }

    /** Whether this symbol has a bar at the current time. */
    boolean hasBar(int index) {
        return next[index] < columns.get(index).size()
                && columns.get(index).get(next[index]).openTime() == time;
    }

    /** Takes the bar of this symbol at the current time. */
    Candle take(int index) {
        return columns.get(index).get(next[index]++);
    }

    /** Number of bars taken of this symbol. */
    int taken(int index) {
        return next[index];
    }
}
