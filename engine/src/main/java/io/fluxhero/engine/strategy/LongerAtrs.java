package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.regime.LongerAtr;
import java.util.Arrays;

/**
 * What {@link LongerAtr} says at every bar of a series that is there as a whole, kept where it changes: once per longer
 * bar. Follows the series only as far as it is asked about.
 */
final class LongerAtrs {

    private static final int FIRST_CAPACITY = 64;

    private final CandleSeries series;
    private final LongerAtr atr;
    private int[] changes = new int[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int count;
    private int end;

    LongerAtrs(CandleSeries series, Timeframe timeframe, int period) {
        this.series = series;
        this.atr = new LongerAtr(timeframe, period);
    }

    /** At a bar, from it and those before it alone; {@code NaN} while unknown. */
    double at(int bar) {
        follow(bar + 1);
        int found = Arrays.binarySearch(changes, 0, count, bar);
        int place = found >= 0 ? found : -found - 2;
        return place < 0 ? Double.NaN : values[place];
    }

    /** Follows the first so many bars. */
    void follow(int bars) {
        for (; end < bars; end++) {
            atr.update(series.openTimes()[end], series.highs()[end], series.lows()[end], series.closes()[end]);
            double value = atr.value();
            if (!Double.isNaN(value) && (count == 0 || values[count - 1] != value)) {
                keep(end, value);
            }
        }
    }

    private void keep(int bar, double value) {
        if (count == changes.length) {
            changes = Arrays.copyOf(changes, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        changes[count] = bar;
        values[count] = value;
        count++;
    }
}
