package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.Candle;

/** Everything that the strategy measures, with the periods of the domain specification. */
public final class IndicatorSuite {

    private static final int PERIOD = 14;
    private static final int EFFICIENCY = 10;
    private static final int FAST = 2;
    private static final int SLOW = 30;
    private static final int BAND = 20;
    private static final double BAND_WIDTH = 2;
    private static final int ATR_AVERAGE = 50;

    private final Kama kama = new Kama(EFFICIENCY, FAST, SLOW);
    private final Atr atr = new Atr(PERIOD);
    private final AverageAtr atrAverage = new AverageAtr(ATR_AVERAGE);
    private final Rsi rsi = new Rsi(PERIOD);
    private final Adx adx = new Adx(PERIOD);
    private final BollingerBands bands = new BollingerBands(BAND, BAND_WIDTH);
    private final AverageVolume averageVolume = new AverageVolume(BAND);
    private final LinearRegression regression;

    public IndicatorSuite(int regressionPeriod) {
        this.regression = new LinearRegression(regressionPeriod);
    }

    /** Takes the next complete bar. */
    public void update(Candle candle) {
        double close = candle.close();
        kama.update(close);
        atr.update(candle.high(), candle.low(), close);
        atrAverage.update(atr.value());
        rsi.update(close);
        adx.update(candle.high(), candle.low(), close);
        bands.update(close);
        regression.update(close);
        averageVolume.update(candle.volume());
    }

    /** What is known at the close of the newest bar, unrounded. */
    public IndicatorValues values() {
        return new IndicatorValues(
                kama.value(),
                atr.value(),
                atrAverage.value(),
                rsi.value(),
                adx.value(),
                adx.plusDi(),
                adx.minusDi(),
                bands.upper(),
                bands.middle(),
                bands.lower(),
                regression.slope(),
                regression.rSquared(),
                kama.efficiencyRatio(),
                averageVolume.value());
    }
}
