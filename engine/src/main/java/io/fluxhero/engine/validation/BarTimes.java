package io.fluxhero.engine.validation;

import io.fluxhero.engine.market.Candle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The times at which any of several symbols has a bar, and the bars between two of them. */
final class BarTimes {

    private final SortedMap<String, List<Candle>> candles;
    private final long[] times;

    BarTimes(SortedMap<String, List<Candle>> candles) {
        this.candles = candles;
        times = candles.values().stream()
                .flatMap(Collection::stream)
                .mapToLong(Candle::openTime)
                .distinct()
                .sorted()
                .toArray();
    }

    int count() {
        return times.length;
    }

    long at(int index) {
        return times[index];
    }

    long[] all() {
        return times.clone();
    }

    /** Index of the first time at or after this one. */
    int firstFrom(long time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 1;
    }

    /** Bars of all symbols from one index to before another; symbols without any are left out. */
    SortedMap<String, List<Candle>> slice(int from, int to) {
        SortedMap<String, List<Candle>> slice = new TreeMap<>();
        candles.forEach((symbol, bars) -> {
            List<Candle> part = bars.subList(position(bars, times[from]), position(bars, times[to - 1] + 1));
            if (!part.isEmpty()) {
                slice.put(symbol, new ArrayList<>(part));
            }
        });
        return slice;
    }

    /** How many bars are before this time. */
    private static int position(List<Candle> bars, long time) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).openTime() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
