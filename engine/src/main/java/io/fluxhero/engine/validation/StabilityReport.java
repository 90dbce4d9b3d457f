package io.fluxhero.engine.validation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How much the parameters of successive calibrations moved (domain specification g.9).
 *
 * @param score mean of the scores of the parameters, 0 to 1
 * @param parameters by name
 */
public record StabilityReport(double score, SortedMap<String, Parameter> parameters) {

    /** Fewest calibrations that can be compared. */
    public static final int FEWEST = 2;

    private static final double RSI_DEVIATION = 5;
    private static final double EFFICIENCY_DEVIATION = 0.1;
    private static final double STOP_DEVIATION = 0.5;
    private static final double TREND_FROM = 0.7;

    /** Whether a parameter drifts: by the correlation with the number of the calibration, 0.7 or more in size. */
    public enum Trend {
        INCREASING,
        DECREASING,
        STABLE
    }

    /**
     * One parameter.
     *
     * @param deviation population deviation
     * @param isStable whether the deviation is within its threshold: RSI 5, efficiency 0.1, stop 0.5
     * @param score {@code 1 - min(1, deviation / (2 threshold))}
     */
    public record Parameter(double mean, double deviation, boolean isStable, double score, Trend trend) {

        static Parameter of(double[] values, double threshold) {
            int n = values.length;
            double mean = 0;
            for (double value : values) {
                mean += value / n;
            }
            double squares = 0;
            double product = 0;
            double middle = (n - 1) / 2.0;
            double indexSquares = 0;
            for (int i = 0; i < n; i++) {
                squares += (values[i] - mean) * (values[i] - mean);
                product += (values[i] - mean) * (i - middle);
                indexSquares += (i - middle) * (i - middle);
            }
            double deviation = Math.sqrt(squares / n);
            double correlation = squares > 0 ? product / Math.sqrt(squares * indexSquares) : 0;
            return new Parameter(
                    mean,
                    deviation,
                    deviation <= threshold,
                    1 - Math.min(1, deviation / (2 * threshold)),
                    trend(correlation));
        }

        private static Trend trend(double correlation) {
            if (Math.abs(correlation) < TREND_FROM) {
                return Trend.STABLE;
            }
            return correlation > 0 ? Trend.INCREASING : Trend.DECREASING;
        }
    }

    /**
     * Of calibrations in their order.
     *
     * @throws IllegalArgumentException where there are fewer than two
     */
    public static StabilityReport of(List<CalibratedParameters> calibrations) {
        if (calibrations.size() < FEWEST) {
            throw new IllegalArgumentException("one calibration has nothing to be compared with");
        }
        SortedMap<String, Parameter> parameters = new TreeMap<>(Map.of(
                "rsi_oversold", of(calibrations, CalibratedParameters::rsiOversold, RSI_DEVIATION),
                "rsi_overbought", of(calibrations, CalibratedParameters::rsiOverbought, RSI_DEVIATION),
                "er_choppy", of(calibrations, CalibratedParameters::efficiencyChoppy, EFFICIENCY_DEVIATION),
                "er_trending", of(calibrations, CalibratedParameters::efficiencyTrending, EFFICIENCY_DEVIATION),
                "atr_stop_multiplier", of(calibrations, CalibratedParameters::stop, STOP_DEVIATION)));
        double sum = 0;
        for (Parameter parameter : parameters.values()) {
            sum += parameter.score();
        }
        return new StabilityReport(sum / parameters.size(), parameters);
    }

    private static Parameter of(
            List<CalibratedParameters> calibrations, ToDoubleFunction<CalibratedParameters> part, double threshold) {
        return Parameter.of(calibrations.stream().mapToDouble(part).toArray(), threshold);
    }
}
