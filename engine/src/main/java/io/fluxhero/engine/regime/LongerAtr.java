package io.fluxhero.engine.regime;

import io.fluxhero.engine.indicator.Atr;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.NewYorkTime;
import io.fluxhero.engine.market.Timeframe;
import java.util.Optional;

/**
 * Average true range one timeframe up, of bars put together from those that come: hours of bars shorter than an hour,
 * exchange days of hours. Hours are counted from half past, as the session is, so that none reaches into the night. Only
 * bars that are over count: one is over when the first bar of the next has come.
 */
public final class LongerAtr {

    private static final long HOUR = 3_600_000;
    private static final long HALF_HOUR = HOUR / 2;

    private final Timeframe timeframe;
    private final Atr atr;
    private long end = Long.MIN_VALUE;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double close = Double.NaN;

    /**
     * @param timeframe of the longer bars, as {@link #above} gives it
     * @param period longer bars of the average
     */
    public LongerAtr(Timeframe timeframe, int period) {
        if (timeframe != Timeframe.H1 && timeframe != Timeframe.D1) {
            throw new IllegalArgumentException("bars are put together to 1h or 1d, not to " + timeframe.code());
        }
        this.timeframe = timeframe;
        this.atr = new Atr(period);
    }

    /** The timeframe that bars are put together to; empty for days and weeks, which nothing above is compared with. */
    public static Optional<Timeframe> above(Timeframe bars) {
        if (bars.seconds() >= Timeframe.D1.seconds()) {
            return Optional.empty();
        }
        return Optional.of(bars.seconds() < Timeframe.H1.seconds() ? Timeframe.H1 : Timeframe.D1);
    }

    /**
     * Takes the next short bar.
     *
     * @param openTime epoch milliseconds, later than that of the bar before
     */
    public void update(long openTime, double barHigh, double barLow, double barClose) {
        if (openTime < end) {
            high = Math.max(high, barHigh);
            low = Math.min(low, barLow);
        } else {
            if (end != Long.MIN_VALUE) {
                atr.update(high, low, close);
            }
            end = endOf(openTime);
            high = barHigh;
            low = barLow;
        }
        close = barClose;
    }

    /**
     * Takes the bars of a series from index {@code from} to before {@code to}, at most to the end of the longer bar to
     * which the first one belongs: the value does not change on the way.
     *
     * @return index of the first bar that was not taken
     */
    public int update(CandleSeries bars, int from, int to) {
        double[] highs = bars.highs();
        double[] lows = bars.lows();
        update(bars.openTimes()[from], highs[from], lows[from], bars.closes()[from]);
        int next = firstBehindEnd(bars.openTimes(), from, to);
        // Prices above 0 are in the order of their bits: the greater is found in two steps of the processor, without a
        // branch.
        long highest = Double.doubleToRawLongBits(high);
        long lowest = Double.doubleToRawLongBits(low);
        for (int i = from + 1; i < next; i++) {
            highest = Math.max(highest, Double.doubleToRawLongBits(highs[i]));
            lowest = Math.min(lowest, Double.doubleToRawLongBits(lows[i]));
        }
        high = Double.longBitsToDouble(highest);
        low = Double.longBitsToDouble(lowest);
        close = bars.closes()[next - 1];
        return next;
    }

    /** Index of the first bar that belongs to the next longer one: tried where it is when none is missing, else searched. */
    private int firstBehindEnd(long[] times, int from, int to) {
        int next = from + 1;
        if (next < to) {
            long left = Math.ceilDiv(end - times[from], times[next] - times[from]);
            int whole = (int) Math.min(to, from + left);
            if (times[whole - 1] < end && (whole == to || times[whole] >= end)) {
                return whole;
            }
        }
        while (next < to && times[next] < end) {
            next++;
        }
        return next;
    }

    private long endOf(long time) {
        return timeframe == Timeframe.D1
                ? NewYorkTime.startOf(NewYorkTime.dayOf(time) + 1)
                : Math.floorDiv(time - HALF_HOUR, HOUR) * HOUR + HOUR + HALF_HOUR;
    }

    /** Price units, 0 or more; {@code NaN} while fewer than {@code period + 1} longer bars are over. */
    public double value() {
        return atr.value();
    }
}
