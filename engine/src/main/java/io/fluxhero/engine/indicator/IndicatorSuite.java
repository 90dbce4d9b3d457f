package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;

/**
 * Everything that the strategy measures: in bulk over the columns of a series, or bar by bar as live bars close. Both
 * are the same loops over a range of bars, and give the same numbers to the last bit however the series is cut.
 */
public final class IndicatorSuite {

    /** Bars whose columns stay in the nearest cache while one indicator after the other passes over them. */
    private static final int CHUNK = 256;

    private final IndicatorPeriods periods;
    private final Ema ema;
    private final Kama kama;
    private final Rsi rsi;
    private final Adx adx;
    private final AverageAtr atrAverage;
    private final Moments bandMoments;
    private final Moments lineMoments;
    private final AverageVolume averageVolume;
    private final LiveBars live;
    private int seen;

    public IndicatorSuite(int regressionPeriod) {
        this(IndicatorPeriods.defaults().withRegressionPeriod(regressionPeriod));
    }

    public IndicatorSuite(IndicatorPeriods periods) {
        this.periods = periods;
        this.ema = new Ema(periods.emaPeriod());
        this.kama = new Kama(periods.kamaPeriod(), periods.kamaFast(), periods.kamaSlow(), periods.kamaRegimeAware());
        this.rsi = new Rsi(periods.rsiPeriod());
        this.adx = new Adx(periods.atrPeriod());
        this.atrAverage = new AverageAtr(periods.atrAveragePeriod());
        this.bandMoments = new Moments(periods.bollingerPeriod());
        this.lineMoments = new Moments(periods.regressionPeriod());
        this.averageVolume = new AverageVolume(periods.volumePeriod());
        this.live = new LiveBars(periods.reach());
    }

    /** Takes the next complete bar. */
    public void update(Candle candle) {
        update(candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    /** Takes the next complete bar; {@code openTime} in epoch milliseconds. */
    public void update(long openTime, double open, double high, double low, double close, long volume) {
        live.add(openTime, open, high, low, close, volume);
        measure(live.bars(), live.newest(), live.newest() + 1, live.columns());
        seen++;
    }

    /**
     * Takes the bars of a series from index {@code from} to before {@code to}, and writes their columns at the same
     * indices. Bars of one series are taken in order, from the first on.
     *
     * @throws IllegalArgumentException where {@code from} is not the number of bars taken so far
     */
    public void update(CandleSeries series, int from, int to, IndicatorColumns out) {
        if (from != seen) {
            throw new IllegalArgumentException("the next bar is " + seen + ", not " + from);
        }
        for (int i = from; i < to; i += CHUNK) {
            measure(series, i, StrictMath.min(to, i + CHUNK), out);
        }
        seen = StrictMath.max(from, to);
    }

    private void measure(CandleSeries bars, int from, int to, IndicatorColumns out) {
        double[] closes = bars.closes();
        ema.update(closes, from, to, out.ema());
        kama.updateAll(closes, from, to, out.efficiencyRatio(), out.kama());
        rsi.update(closes, from, to, out.rsi());
        adx.update(bars, from, to, out);
        atrAverage.update(out.atr(), from, to, out.atrAverage());
        bandsAndLine(closes, from, to, out);
        averageVolume.update(bars.volumes(), from, to, out.averageVolume());
    }

    /** Where both have the same window, one set of sums serves both; else the line borrows the lower band's column. */
    private void bandsAndLine(double[] closes, int from, int to, IndicatorColumns out) {
        double[] lower = out.bollingerLower();
        if (periods.regressionPeriod() == periods.bollingerPeriod()) {
            bandMoments.update(closes, from, to, results(out, out.slope()));
            System.arraycopy(out.bollingerUpper(), from, out.rSquared(), from, to - from);
        } else {
            lineMoments.update(closes, from, to, new Moments.Results(lower, out.rSquared(), out.slope()));
            bandMoments.update(closes, from, to, results(out, lower));
        }
        LinearRegression.fit(periods.regressionPeriod(), from, to, out.slope(), out.rSquared());
        BollingerBands.spread(periods.bollingerPeriod(), periods.bollingerWidth(), from, to, results(out, lower));
    }

    private static Moments.Results results(IndicatorColumns out, double[] covariation) {
        return new Moments.Results(out.bollingerMiddle(), out.bollingerUpper(), covariation);
    }

    /** What is known at the close of the newest bar that came by itself, unrounded. */
    public IndicatorValues values() {
        return live.columns().at(live.newest());
    }

    /** Where the newest bar that came by itself stands in {@link #columns()}. */
    public int newest() {
        return live.newest();
    }

    /** The columns of the bars that came by themselves: only the newest are kept. */
    public IndicatorColumns columns() {
        return live.columns();
    }
}
