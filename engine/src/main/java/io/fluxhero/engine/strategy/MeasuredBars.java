package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.indicator.IndicatorPeriods;
import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.indicator.IndicatorWindow;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.regime.ConfirmedRegimes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A series with all that the dual mode measures of it. What stands at a bar follows from that bar and those before it
 * alone, although later ones may have been measured already.
 */
public final class MeasuredBars {

    private final CandleSeries series;
    private final @Nullable IndicatorWindow window;
    private final IndicatorColumns columns;
    private final ConfirmedRegimes regimes;
    private final SharedScans scans;
    private final Map<Longer, LongerAtrs> longerAtrs = new ConcurrentHashMap<>();
    private int end;

    private record Longer(Timeframe timeframe, int period) {}

    private MeasuredBars(CandleSeries series, @Nullable IndicatorWindow window, IndicatorColumns columns) {
        this.series = series;
        this.window = window;
        this.columns = columns;
        this.regimes = new ConfirmedRegimes(series.size());
        this.scans = new SharedScans(series, columns);
    }

    /** Measures all bars at once. The result is only read from then on: many runs, in many threads, may share it. */
    public static MeasuredBars of(CandleSeries series, IndicatorPeriods periods) {
        MeasuredBars bars = new MeasuredBars(series, null, IndicatorColumns.of(series, periods));
        bars.regimes.update(bars.columns.adx(), bars.columns.rSquared(), 0, series.size());
        bars.end = series.size();
        return bars;
    }

    /** Measures a little ahead of one run, and keeps no more than that: the fastest way for a single one. */
    public static MeasuredBars ahead(CandleSeries series, IndicatorPeriods periods) {
        IndicatorWindow window = new IndicatorWindow(series, periods);
        return new MeasuredBars(series, window, window.columns());
    }

    /** Where a bar stands in {@link #columns()}; measures on where it was not measured yet. Bars are asked for in order. */
    int at(int bar) {
        if (window == null) {
            return bar;
        }
        while (bar >= end) {
            int from = window.at(end);
            int next = window.end();
            regimes.update(columns.adx(), columns.rSquared(), from, from + next - end);
            end = next;
        }
        return window.at(bar);
    }

    /** All that is known at the close of a bar. */
    IndicatorValues valuesAt(int bar) {
        return window == null ? columns.at(bar) : window.valuesAt(bar);
    }

    /** Mean ATR at a bar. */
    double atrAverage(int bar) {
        return window == null ? columns.atrAverage()[bar] : window.atrAverage(bar);
    }

    /** Mean volume at a bar, that bar included. */
    double averageVolume(int bar) {
        return window == null ? columns.averageVolume()[bar] : window.averageVolume(bar);
    }

    /** Number of bars measured so far. */
    int end() {
        return end;
    }

    /** The ATR of longer bars. Whoever asks first finds it, for all; a single run finds it only as far as it comes. */
    LongerAtrs longerAtrs(Timeframe timeframe, int period) {
        return longerAtrs.computeIfAbsent(new Longer(timeframe, period), longer -> {
            LongerAtrs atrs = new LongerAtrs(series, longer.timeframe(), longer.period());
            if (window == null) {
                atrs.follow(series.size());
            }
            return atrs;
        });
    }

    CandleSeries series() {
        return series;
    }

    IndicatorColumns columns() {
        return columns;
    }

    ConfirmedRegimes regimes() {
        return regimes;
    }

    /** What scans have in common where all bars are measured, and many runs read them; {@code null} for a single run. */
    @Nullable
    SharedScans scans() {
        return window == null ? scans : null;
    }
}
