package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.CandleSeries;

/**
 * Measures a whole series in bulk, some hundred bars at a time, and keeps only those: a backtest reads them once, in
 * order, while they are still in the nearest cache. What stands at a bar follows from that bar and those before it
 * alone, although later ones may have been measured already. Measured is what rules read of every bar; the rest is found
 * where it is asked for.
 */
public final class IndicatorWindow {

    private static final int CHUNK = 512;

    private final CandleSeries series;
    private final IndicatorSuite suite;
    private final int reach;
    private final int volumePeriod;
    private final IndicatorColumns columns;
    private int first;
    private int measured;
    private int firstWithAtr;

    /** Over the bars that the series has; it may grow. */
    public IndicatorWindow(CandleSeries series, IndicatorPeriods periods) {
        this.series = series;
        this.suite = new IndicatorSuite(periods);
        this.reach = periods.reach();
        this.volumePeriod = periods.volumePeriod();
        this.columns = new IndicatorColumns(reach + CHUNK);
    }

    /**
     * Where a bar of the series stands in {@link #columns()}; measures on where it was not measured yet.
     *
     * @param bar index in the series, asked for in rising order
     */
    public int at(int bar) {
        while (bar >= measured) {
            measureOn(bar);
        }
        return bar - first;
    }

    private void measureOn(int bar) {
        int next = StrictMath.min(CHUNK, series.size() - measured);
        if (next <= 0) {
            throw new IndexOutOfBoundsException("bar " + bar + " of " + series.size());
        }
        int kept = StrictMath.min(reach, measured);
        columns.keepNewest(kept, measured - first);
        first = measured - kept;
        suite.measureForRules(series, measured, measured + next, columns, -first);
        boolean isAtrUnknown = firstWithAtr == measured;
        measured += next;
        while (isAtrUnknown && firstWithAtr < measured && Double.isNaN(columns.atr()[firstWithAtr - first])) {
            firstWithAtr++;
        }
    }

    /** Number of bars measured so far. */
    public int end() {
        return measured;
    }

    /** Mean ATR at a bar, price units. */
    public double atrAverage(int bar) {
        return suite.atrAverageAt(columns, at(bar), bar + 1 - firstWithAtr);
    }

    /** All that is known at the close of a bar, unrounded. */
    public IndicatorValues valuesAt(int bar) {
        int at = at(bar);
        return suite.valuesAt(series, bar, columns, at, bar + 1 - firstWithAtr);
    }

    /** Mean volume at a bar, that bar included, shares. */
    public double averageVolume(int bar) {
        return AverageVolume.at(series.volumes(), bar, volumePeriod);
    }

    /**
     * What rules read of the bars that are kept, which are of those before the newest chunk only the few that are looked back
     * at: KAMA, efficiency ratio, RSI, ATR, ADX, bands, R², and the exponential average. In the other columns stands nothing
     * to be read.
     */
    public IndicatorColumns columns() {
        return columns;
    }
}
