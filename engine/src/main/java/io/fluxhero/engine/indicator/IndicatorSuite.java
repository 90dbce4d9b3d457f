package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;

/**
 * Everything that the strategy measures: in bulk over the columns of a series, or bar by bar as live bars close. Both
 * take the same steps in the same order, and give the same numbers to the last bit however the series is cut. One
 * object is used in one of the two ways.
 */
public final class IndicatorSuite {

    /** Bars whose columns stay in the nearest cache while one indicator after the other passes over them. */
    private static final int CHUNK = 512;

    private final IndicatorPeriods periods;
    private final RunningAverages averages;
    private final AverageAtr atrAverage;
    private final Moments bandMoments;
    private final Moments lineMoments;
    private final AverageVolume averageVolume;
    private final double spread;
    private final double share;
    private final double width;
    private final Tail closes;
    private final IndicatorColumns live = new IndicatorColumns(1);
    private boolean isBulk;
    private int seen;

    public IndicatorSuite(int regressionPeriod) {
        this(IndicatorPeriods.defaults().withRegressionPeriod(regressionPeriod));
    }

    public IndicatorSuite(IndicatorPeriods periods) {
        this.periods = periods;
        this.averages = new RunningAverages(periods);
        this.atrAverage = new AverageAtr(periods.atrAveragePeriod());
        this.bandMoments = new Moments(periods.bollingerPeriod());
        this.lineMoments = hasOneWindow(periods) ? bandMoments : new Moments(periods.regressionPeriod());
        this.averageVolume = new AverageVolume(periods.volumePeriod());
        this.spread = LinearRegression.spread(periods.regressionPeriod());
        this.share = 1.0 / periods.bollingerPeriod();
        this.width = periods.bollingerWidth();
        this.closes = new Tail(periods.reach());
    }

    private static boolean hasOneWindow(IndicatorPeriods periods) {
        return periods.regressionPeriod() == periods.bollingerPeriod();
    }

    /** Takes the next complete bar. */
    public void update(Candle candle) {
        update(candle.high(), candle.low(), candle.close(), candle.volume());
    }

    /** Takes the next complete bar. */
    public void update(double high, double low, double close, long volume) {
        if (isBulk) {
            throw new IllegalStateException("a suite that measures in bulk takes no single bars");
        }
        int at = closes.append(close);
        averages.update(high, low, closes.values(), at, live, 0);
        RunningAverages.tellDirections(0, 1, live);
        atrAverage.update(live.atr()[0]);
        live.atrAverage()[0] = atrAverage.value();
        averageVolume.update(volume);
        live.averageVolume()[0] = averageVolume.value();
        bandMoments.update(closes.values(), at);
        if (lineMoments != bandMoments) {
            lineMoments.update(closes.values(), at);
        }
        finish();
        seen++;
    }

    /** Makes line and bands of the moments of the newest bar. */
    private void finish() {
        double reach = BollingerBands.reach(width, share, bandMoments.variation());
        live.bollingerMiddle()[0] = bandMoments.mean();
        live.bollingerUpper()[0] = bandMoments.mean() + reach;
        live.bollingerLower()[0] = bandMoments.mean() - reach;
        double covariation = lineMoments.covariation();
        live.rSquared()[0] = LinearRegression.determination(spread, covariation, lineMoments.variation());
        live.slope()[0] = covariation / spread;
    }

    /**
     * Takes the bars of a series from index {@code from} to before {@code to}, and writes their columns at the same
     * indices. Bars of one series are taken in order, from the first on.
     *
     * @throws IllegalArgumentException where {@code from} is not the number of bars taken so far
     */
    public void update(CandleSeries series, int from, int to, IndicatorColumns out) {
        if (seen > 0 && !isBulk) {
            throw new IllegalStateException("a suite that takes single bars does not measure in bulk");
        }
        isBulk = true;
        if (from != seen) {
            throw new IllegalArgumentException("the next bar is " + seen + ", not " + from);
        }
        for (int i = from; i < to; i += CHUNK) {
            measure(series, i, StrictMath.min(to, i + CHUNK), out);
        }
        seen = StrictMath.max(from, to);
    }

    private void measure(CandleSeries bars, int from, int to, IndicatorColumns out) {
        measureForRules(bars, from, to, out, 0);
        atrAverage.update(out.atr(), from, to, out.atrAverage());
        averageVolume.update(bars.volumes(), from, to, out.averageVolume());
        RunningAverages.tellDirections(from, to, out);
        double[] slopes = out.slope();
        for (int i = from; i < to; i++) {
            slopes[i] = slopes[i] / spread;
        }
    }

    /**
     * Takes the bars from index {@code from} to before {@code to}, and writes what the rules read of every bar {@code shift}
     * places further on; what was measured of the bars that can be looked back at stands there too. The rest is told by
     * {@link #valuesAt}.
     */
    void measureForRules(CandleSeries bars, int from, int to, IndicatorColumns out, int shift) {
        averages.update(bars, from, to, out, shift);
        double[] middle = out.bollingerMiddle();
        double[] scratch = out.bollingerLower();
        if (lineMoments == bandMoments) {
            bandMoments.update(bars.closes(), from, to, middle, out.bollingerUpper(), out.slope(), shift);
            System.arraycopy(out.bollingerUpper(), from + shift, out.rSquared(), from + shift, to - from);
        } else {
            lineMoments.update(bars.closes(), from, to, scratch, out.rSquared(), out.slope(), shift);
            bandMoments.update(bars.closes(), from, to, middle, out.bollingerUpper(), scratch, shift);
        }
        finish(from + shift, to + shift, out);
    }

    /** Makes line and bands of the moments that stand in their columns; the covariation stays where the slope belongs. */
    private void finish(int from, int to, IndicatorColumns out) {
        double[] covariations = out.slope();
        double[] determinations = out.rSquared();
        for (int i = from; i < to; i++) {
            determinations[i] = LinearRegression.determination(spread, covariations[i], determinations[i]);
        }
        double[] means = out.bollingerMiddle();
        double[] uppers = out.bollingerUpper();
        double[] lowers = out.bollingerLower();
        for (int i = from; i < to; i++) {
            double reach = BollingerBands.reach(width, share, uppers[i]);
            uppers[i] = means[i] + reach;
            lowers[i] = means[i] - reach;
        }
    }

    /**
     * All that is known at a bar of which what the rules read was measured.
     *
     * @param at place of the bar in the columns
     * @param knownAtrs bars with a known ATR up to it
     */
    IndicatorValues valuesAt(CandleSeries bars, int bar, IndicatorColumns columns, int at, int knownAtrs) {
        return new IndicatorValues(
                columns.kama()[at],
                columns.atr()[at],
                atrAverageAt(columns, at, knownAtrs),
                columns.rsi()[at],
                columns.adx()[at],
                Adx.indicator(columns.plusDi()[at], columns.atr()[at]),
                Adx.indicator(columns.minusDi()[at], columns.atr()[at]),
                columns.bollingerUpper()[at],
                columns.bollingerMiddle()[at],
                columns.bollingerLower()[at],
                columns.slope()[at] / spread,
                columns.rSquared()[at],
                columns.efficiencyRatio()[at],
                AverageVolume.at(bars.volumes(), bar, periods.volumePeriod()));
    }

    /** Mean ATR at a place of the columns, with so many known values up to it. */
    double atrAverageAt(IndicatorColumns columns, int at, int knownAtrs) {
        return AverageAtr.at(columns.atr(), at, knownAtrs, periods.atrAveragePeriod());
    }

    /** What is known at the close of the newest bar that came by itself, unrounded. */
    public IndicatorValues values() {
        return live.at(0);
    }

    /** The columns of the newest bar that came by itself, which is their only one. */
    public IndicatorColumns newest() {
        return live;
    }
}
