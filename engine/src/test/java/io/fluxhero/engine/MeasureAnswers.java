package io.fluxhero.engine;

import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.indicator.Adx;
import io.fluxhero.engine.indicator.Atr;
import io.fluxhero.engine.indicator.AverageAtr;
import io.fluxhero.engine.indicator.BollingerBands;
import io.fluxhero.engine.indicator.DirectionalMovement;
import io.fluxhero.engine.indicator.EfficiencyRatio;
import io.fluxhero.engine.indicator.Ema;
import io.fluxhero.engine.indicator.GoldenEma;
import io.fluxhero.engine.indicator.Kama;
import io.fluxhero.engine.indicator.LinearRegression;
import io.fluxhero.engine.indicator.Rsi;
import io.fluxhero.engine.indicator.Sma;
import io.fluxhero.engine.indicator.TrueRange;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/** How the vectors of indicators are put to our classes. */
final class MeasureAnswers {

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("ema", vector -> {
                Ema ema = new Ema(period(vector));
                return closes(vector, ema::update, ema::value);
            }),
            Map.entry("sma", vector -> {
                Sma sma = new Sma(period(vector));
                return closes(vector, sma::update, sma::value);
            }),
            Map.entry("rsi", vector -> {
                Rsi rsi = new Rsi(period(vector));
                return closes(vector, rsi::update, rsi::value);
            }),
            Map.entry("efficiency_ratio", vector -> {
                EfficiencyRatio ratio = new EfficiencyRatio(period(vector));
                return closes(vector, ratio::update, ratio::value);
            }),
            Map.entry("kama", MeasureAnswers::kama),
            Map.entry("smoothing_constant", MeasureAnswers::smoothingConstant),
            Map.entry("true_range", vector -> {
                TrueRange range = new TrueRange();
                return bars(vector, range::update, range::value);
            }),
            Map.entry("atr", vector -> {
                Atr atr = new Atr(period(vector));
                return bars(vector, atr::update, atr::value);
            }),
            Map.entry("adx", vector -> {
                Adx adx = new Adx(period(vector));
                return bars(vector, adx::update, adx::value);
            }),
            Map.entry("directional_movement", MeasureAnswers::directionalMovement),
            Map.entry("bollinger", MeasureAnswers::bollinger),
            Map.entry("linear_regression", MeasureAnswers::linearRegression),
            Map.entry("golden_ema", MeasureAnswers::goldenEma),
            Map.entry("atr_ma", vector -> {
                AverageAtr average = new AverageAtr(period(vector));
                return series(Series.of(vector, "atr"), average::update, average::value);
            }));

    private MeasureAnswers() {}

    /** Takes a bar. */
    private interface BarConsumer {
        void accept(double high, double low, double close);
    }

    private static int period(Vector vector) {
        return vector.inputs().get("period").asInt();
    }

    private static double[] closes(Vector vector, DoubleConsumer update, DoubleSupplier value) {
        return series(Series.of(vector, "values"), update, value);
    }

    private static double[] series(double[] inputs, DoubleConsumer update, DoubleSupplier value) {
        return Arrays.stream(inputs)
                .map(input -> {
                    update.accept(input);
                    return value.getAsDouble();
                })
                .toArray();
    }

    private static double[] bars(Vector vector, BarConsumer update, DoubleSupplier value) {
        double[] high = Series.of(vector, "high");
        double[] low = Series.of(vector, "low");
        double[] close = Series.of(vector, "close");
        double[] values = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            update.accept(high[i], low[i], close[i]);
            values[i] = value.getAsDouble();
        }
        return values;
    }

    private static Object kama(Vector vector) {
        Kama kama = new Kama(
                vector.inputs().get("er_period").asInt(),
                vector.inputs().get("fast").asInt(),
                vector.inputs().get("slow").asInt());
        return closes(vector, kama::update, kama::value);
    }

    private static Object smoothingConstant(Vector vector) {
        int fast = vector.inputs().get("fast").asInt();
        int slow = vector.inputs().get("slow").asInt();
        return Arrays.stream(Series.of(vector, "er"))
                .map(ratio -> Kama.smoothingConstant(ratio, fast, slow))
                .toArray();
    }

    private static Object directionalMovement(Vector vector) {
        DirectionalMovement movement = new DirectionalMovement();
        double[] high = Series.of(vector, "high");
        double[] low = Series.of(vector, "low");
        double[] plus = new double[high.length];
        double[] minus = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            movement.update(high[i], low[i]);
            plus[i] = movement.plus();
            minus[i] = movement.minus();
        }
        return Map.of("plus", plus, "minus", minus);
    }

    private static Object bollinger(Vector vector) {
        double width = vector.number("k");
        BollingerBands upper = new BollingerBands(period(vector), width);
        BollingerBands middle = new BollingerBands(period(vector), width);
        BollingerBands lower = new BollingerBands(period(vector), width);
        return Map.of(
                "upper", closes(vector, upper::update, upper::upper),
                "middle", closes(vector, middle::update, middle::middle),
                "lower", closes(vector, lower::update, lower::lower));
    }

    private static Object linearRegression(Vector vector) {
        LinearRegression slope = new LinearRegression(period(vector));
        LinearRegression determination = new LinearRegression(period(vector));
        return Map.of(
                "slope", closes(vector, slope::update, slope::slope),
                "r_squared", closes(vector, determination::update, determination::rSquared));
    }

    private static Object goldenEma(Vector vector) {
        GoldenEma value = GoldenEma.usual();
        GoldenEma weight = GoldenEma.usual();
        return Map.of(
                "value", bars(vector, value::update, value::value),
                "alpha", bars(vector, weight::update, weight::weight));
    }
}
