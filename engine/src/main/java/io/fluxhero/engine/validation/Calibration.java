package io.fluxhero.engine.validation;

import io.fluxhero.engine.indicator.Atr;
import io.fluxhero.engine.indicator.AverageAtr;
import io.fluxhero.engine.indicator.EfficiencyRatio;
import io.fluxhero.engine.indicator.GoldenEma;
import io.fluxhero.engine.indicator.Rsi;
import io.fluxhero.engine.market.Candle;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Thresholds that fit the bars given: percentiles of what the indicators showed (domain specification g.9). It knows no
 * other bar, so whoever gives it the bars before a decision cannot look ahead.
 *
 * @param bars number it was made from
 */
public record Calibration(
        int bars,
        RsiThresholds rsi,
        EfficiencyThresholds efficiency,
        VolatilityThresholds volatility,
        AlphaThresholds goldenAlpha,
        AtrMultipliers multipliers) {

    /** Fewer bars say too little. */
    public static final int FEWEST_BARS = 100;

    private static final int RSI_PERIOD = 14;
    private static final int EFFICIENCY_PERIOD = 10;
    private static final int ATR_PERIOD = 14;
    private static final int ATR_AVERAGE = 50;

    /** Percentiles 10, 90, 5, 95, 25 and 75 of RSI(14). */
    public record RsiThresholds(
            double oversold,
            double overbought,
            double extremeOversold,
            double extremeOverbought,
            double neutralLow,
            double neutralHigh) {

        /** Of RSI values; {@code NaN} is passed over. */
        public static RsiThresholds of(double[] rsi) {
            Percentiles values = Percentiles.of(rsi);
            return new RsiThresholds(
                    values.at(0.10),
                    values.at(0.90),
                    values.at(0.05),
                    values.at(0.95),
                    values.at(0.25),
                    values.at(0.75));
        }
    }

    /** Percentiles 25, 75 and 90 of the efficiency ratio over 10 bars. */
    public record EfficiencyThresholds(double choppy, double trending, double strong) {

        /** Of efficiency ratios; {@code NaN} is passed over. */
        public static EfficiencyThresholds of(double[] ratios) {
            Percentiles values = Percentiles.of(ratios);
            return new EfficiencyThresholds(values.at(0.25), values.at(0.75), values.at(0.90));
        }
    }

    /**
     * Bounds of ATR(14) over its average of 50: percentiles 25, 75 and 95, and the middles between quartiles. Where no ratio
     * is known: 0.7, 1.3 and 2.0.
     */
    public record VolatilityThresholds(double low, double normalLow, double normalHigh, double high, double extreme) {

        private static final double LOW = 0.7;
        private static final double HIGH = 1.3;
        private static final double EXTREME = 2.0;

        /** Of ratios; {@code NaN} is passed over. */
        public static VolatilityThresholds of(double[] ratios) {
            Percentiles values = Percentiles.of(ratios);
            if (values.count() == 0) {
                double middle = (LOW + HIGH) / 2;
                return new VolatilityThresholds(LOW, (LOW + middle) / 2, (middle + HIGH) / 2, HIGH, EXTREME);
            }
            return new VolatilityThresholds(
                    values.at(0.25),
                    (values.at(0.25) + values.at(0.50)) / 2,
                    (values.at(0.50) + values.at(0.75)) / 2,
                    values.at(0.75),
                    values.at(0.95));
        }
    }

    /** Percentiles 25 and 75 of the weights of the golden average; where none is known: 0.1 and 0.5. */
    public record AlphaThresholds(double slow, double fast) {

        private static final double SLOW = 0.1;
        private static final double FAST = 0.5;

        /** Of weights; {@code NaN} is passed over. */
        public static AlphaThresholds of(double[] weights) {
            Percentiles values = Percentiles.of(weights);
            return values.count() == 0
                    ? new AlphaThresholds(SLOW, FAST)
                    : new AlphaThresholds(values.at(0.25), values.at(0.75));
        }
    }

    /**
     * Of consecutive bars.
     *
     * @throws IllegalArgumentException where there are fewer than {@link #FEWEST_BARS}
     */
    public static Calibration of(List<Candle> candles) {
        int n = candles.size();
        if (n < FEWEST_BARS) {
            throw new IllegalArgumentException("a calibration needs " + FEWEST_BARS + " bars, not " + n);
        }
        Rsi rsi = new Rsi(RSI_PERIOD);
        EfficiencyRatio efficiency = new EfficiencyRatio(EFFICIENCY_PERIOD);
        double[] rsis = new double[n];
        double[] ratios = new double[n];
        for (int i = 0; i < n; i++) {
            rsi.update(candles.get(i).close());
            efficiency.update(candles.get(i).close());
            rsis[i] = rsi.value();
            ratios[i] = efficiency.value();
        }
        return new Calibration(
                n,
                RsiThresholds.of(rsis),
                EfficiencyThresholds.of(ratios),
                VolatilityThresholds.of(volatilityRatios(candles)),
                AlphaThresholds.of(goldenWeights(candles)),
                AtrMultipliers.of(
                        column(candles, Candle::high), column(candles, Candle::low), column(candles, Candle::close)));
    }

    private static double[] column(List<Candle> candles, ToDoubleFunction<Candle> part) {
        return candles.stream().mapToDouble(part).toArray();
    }

    private static double[] volatilityRatios(List<Candle> candles) {
        Atr atr = new Atr(ATR_PERIOD);
        AverageAtr average = new AverageAtr(ATR_AVERAGE);
        double[] ratios = new double[candles.size()];
        Arrays.fill(ratios, Double.NaN);
        for (int i = 0; i < ratios.length; i++) {
            Candle candle = candles.get(i);
            atr.update(candle.high(), candle.low(), candle.close());
            average.update(atr.value());
            if (average.value() > 0) {
                ratios[i] = atr.value() / average.value();
            }
        }
        return ratios;
    }

    private static double[] goldenWeights(List<Candle> candles) {
        GoldenEma average = GoldenEma.usual();
        return candles.stream()
                .mapToDouble(candle -> {
                    average.update(candle.high(), candle.low(), candle.close());
                    return average.weight();
                })
                .toArray();
    }

    /** The parameters by which calibrations are compared. */
    public CalibratedParameters parameters() {
        return new CalibratedParameters(
                rsi.oversold(),
                rsi.overbought(),
                efficiency.choppy(),
                efficiency.trending(),
                volatility.low(),
                volatility.high(),
                multipliers.stop());
    }
}
