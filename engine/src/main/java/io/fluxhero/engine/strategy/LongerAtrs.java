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

    /**
     * How many of the kept values were there up to a bar.
     *
     * @param from the same of an earlier bar: who asks in rising order need not look far
     */
    int placeOf(int bar, int from) {
        follow(bar + 1);
        int place = from;
        while (place < count && changes[place] <= bar) {
            place++;
        }
        return place;
    }

    /** The value at such a place; {@code NaN} at the first, where none is known. */
    double atPlace(int place) {
        return place == 0 ? Double.NaN : values[place - 1];
    }

    /** Follows the first so many bars. */
    void follow(int bars) {
        while (end < bars) {
            int from = end;
            end = atr.update(series, from, bars);
            double value = atr.value();
            if (!Double.isNaN(value) && (count == 0 || values[count - 1] != value)) {
                keep(from, value);
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
