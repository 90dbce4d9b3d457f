package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.CandleSeries;

/**
 * Everything measured, one value per bar and column; {@code NaN} is not known yet. The arrays are the live ones and are
 * to be read only. What stands at a bar follows from that bar and those before it alone.
 */
public final class IndicatorColumns {

    private final double[] ema;
    private final double[] kama;
    private final double[] efficiencyRatio;
    private final double[] rsi;
    private final double[] atr;
    private final double[] atrAverage;
    private final double[] plusDi;
    private final double[] minusDi;
    private final double[] adx;
    private final double[] bollingerUpper;
    private final double[] bollingerMiddle;
    private final double[] bollingerLower;
    private final double[] slope;
    private final double[] rSquared;
    private final double[] averageVolume;

    /** Room for so many bars. */
    public IndicatorColumns(int capacity) {
        ema = new double[capacity];
        kama = new double[capacity];
        efficiencyRatio = new double[capacity];
        rsi = new double[capacity];
        atr = new double[capacity];
        atrAverage = new double[capacity];
        plusDi = new double[capacity];
        minusDi = new double[capacity];
        adx = new double[capacity];
        bollingerUpper = new double[capacity];
        bollingerMiddle = new double[capacity];
        bollingerLower = new double[capacity];
        slope = new double[capacity];
        rSquared = new double[capacity];
        averageVolume = new double[capacity];
    }

    /** Everything measured over a whole series; what a sweep keeps, one per set of periods. */
    public static IndicatorColumns of(CandleSeries series, IndicatorPeriods periods) {
        IndicatorColumns columns = new IndicatorColumns(series.size());
        new IndicatorSuite(periods).update(series, 0, series.size(), columns);
        return columns;
    }

    /** What is known at the close of a bar, unrounded. */
    public IndicatorValues at(int bar) {
        return new IndicatorValues(
                kama[bar],
                atr[bar],
                atrAverage[bar],
                rsi[bar],
                adx[bar],
                plusDi[bar],
                minusDi[bar],
                bollingerUpper[bar],
                bollingerMiddle[bar],
                bollingerLower[bar],
                slope[bar],
                rSquared[bar],
                efficiencyRatio[bar],
                averageVolume[bar]);
    }

    /** Moves the newest {@code kept} of {@code size} values to the front, in the columns that are looked back at. */
    void keepNewest(int kept, int size) {
        System.arraycopy(atr, size - kept, atr, 0, kept);
        System.arraycopy(kama, size - kept, kama, 0, kept);
    }

    /** Exponential average of closes, price units. */
    public double[] ema() {
        return ema;
    }

    /** Kaufman adaptive average, price units. */
    public double[] kama() {
        return kama;
    }

    /** Net move over path, 0 to 1. */
    public double[] efficiencyRatio() {
        return efficiencyRatio;
    }

    /** Relative strength, 0 to 100. */
    public double[] rsi() {
        return rsi;
    }

    /** Average true range, price units. */
    public double[] atr() {
        return atr;
    }

    /** Mean of ATR, price units. */
    public double[] atrAverage() {
        return atrAverage;
    }

    /** Positive directional indicator, 0 to 100. */
    public double[] plusDi() {
        return plusDi;
    }

    /** Negative directional indicator, 0 to 100. */
    public double[] minusDi() {
        return minusDi;
    }

    /** Average directional movement, 0 to 100. */
    public double[] adx() {
        return adx;
    }

    /** Upper band, price units. */
    public double[] bollingerUpper() {
        return bollingerUpper;
    }

    /** Simple average of closes, price units. */
    public double[] bollingerMiddle() {
        return bollingerMiddle;
    }

    /** Lower band, price units. */
    public double[] bollingerLower() {
        return bollingerLower;
    }

    /** Slope of the regression, price units per bar. */
    public double[] slope() {
        return slope;
    }

    /** Determination of the regression, 0 to 1. */
    public double[] rSquared() {
        return rSquared;
    }

    /** Mean volume, this bar included, shares. */
    public double[] averageVolume() {
        return averageVolume;
    }
}
