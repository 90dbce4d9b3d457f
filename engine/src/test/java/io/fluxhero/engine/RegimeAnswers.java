package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.indicator.EfficiencyRatio;
import io.fluxhero.engine.indicator.VolatilityAdaptiveEma;
import io.fluxhero.engine.indicator.VolatilityAlpha;
import io.fluxhero.engine.regime.CorrelationMatrix;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.RegimeConfirmation;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.regime.VolatilitySpike;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import java.util.Map;

/** How the vectors of regimes and volatility are put to our classes. */
final class RegimeAnswers {

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("trend_regime", RegimeAnswers::trendRegime),
            Map.entry("regime_persistence", RegimeAnswers::regimePersistence),
            Map.entry("er_regime", RegimeAnswers::efficiencyRegime),
            Map.entry("mode_for_regime", RegimeAnswers::modeForRegime),
            Map.entry("correlation_matrix", RegimeAnswers::correlationMatrix),
            Map.entry("volatility_state", RegimeAnswers::volatility),
            Map.entry("volatility_regime", RegimeAnswers::volatility),
            Map.entry("adjusted_period", RegimeAnswers::adjustedPeriod),
            Map.entry("volatility_spike", RegimeAnswers::volatilitySpike),
            Map.entry("spike_multipliers", RegimeAnswers::spikeMultipliers),
            Map.entry("volatility_alpha", RegimeAnswers::volatilityAlpha),
            Map.entry("volatility_adaptive_ema", RegimeAnswers::volatilityAdaptiveEma));

    private static final List<Regime> REGIMES = List.of(Regime.MEAN_REVERSION, Regime.NEUTRAL, Regime.STRONG_TREND);
    private static final List<Volatility> VOLATILITIES = List.of(Volatility.LOW, Volatility.NORMAL, Volatility.HIGH);

    private RegimeAnswers() {}

    private static Object trendRegime(Vector vector) {
        double[] adx = Series.of(vector, "adx");
        double[] rSquared = Series.of(vector, "r_squared");
        double[] codes = new double[adx.length];
        for (int i = 0; i < adx.length; i++) {
            codes[i] = REGIMES.indexOf(Regime.classify(adx[i], rSquared[i]));
        }
        return codes;
    }

    private static Object regimePersistence(Vector vector) {
        double[] raw = Series.of(vector, "raw");
        int bars = vector.inputs().get("confirm_bars").asInt();
        double[] codes = new double[raw.length];
        if (raw.length == 0) {
            return codes;
        }
        // The vectors believe the first bar; live we begin neutral.
        RegimeConfirmation confirmation = new RegimeConfirmation(bars, REGIMES.get((int) raw[0]));
        for (int i = 0; i < raw.length; i++) {
            codes[i] = REGIMES.indexOf(confirmation.update(REGIMES.get((int) raw[i])));
        }
        return codes;
    }

    private static Object efficiencyRegime(Vector vector) {
        EfficiencyRatio ratio =
                new EfficiencyRatio(vector.inputs().get("period").asInt());
        double trending = vector.number("trend");
        double choppy = vector.number("choppy");
        double[] values = Series.of(vector, "values");
        double[] codes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ratio.update(values[i]);
            codes[i] = Regime.ofEfficiency(ratio.value(), trending, choppy)
                    .map(regime -> (double) REGIMES.indexOf(regime))
                    .orElse(Double.NaN);
        }
        return codes;
    }

    private static Object modeForRegime(Vector vector) {
        return switch (Mode.of(REGIMES.get(vector.inputs().get("regime").asInt()))) {
            case TREND -> "TREND_FOLLOWING";
            case MEAN_REVERSION -> "MEAN_REVERSION";
            case NEUTRAL -> "NEUTRAL";
        };
    }

    /** The vectors have a row per time, we have one per symbol. */
    private static Object correlationMatrix(Vector vector) {
        JsonNode times = vector.inputs().get("returns");
        double[][] rows = new double[times.isEmpty() ? 0 : times.get(0).size()][times.size()];
        for (int time = 0; time < times.size(); time++) {
            double[] returns = Series.of(times.get(time));
            for (int symbol = 0; symbol < rows.length; symbol++) {
                rows[symbol][time] = returns[symbol];
            }
        }
        CorrelationMatrix matrix = CorrelationMatrix.of(rows);
        double[][] values = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                values[i][j] = matrix.between(i, j);
            }
        }
        return values;
    }

    private static Object volatility(Vector vector) {
        double[] atr = Series.of(vector, "atr");
        double[] average = Series.of(vector, "atr_ma");
        double low = vector.number("low");
        double high = vector.number("high");
        double[] codes = new double[atr.length];
        for (int i = 0; i < atr.length; i++) {
            codes[i] = VOLATILITIES.indexOf(Volatility.of(atr[i], average[i], low, high));
        }
        return codes;
    }

    private static Object adjustedPeriod(Vector vector) {
        Volatility state = VOLATILITIES.get(vector.inputs().get("state").asInt());
        return (double) state.adjustedPeriod(
                vector.inputs().get("base").asInt(), vector.number("low_mult"), vector.number("high_mult"));
    }

    private static Object volatilitySpike(Vector vector) {
        double[] shortAtr = Series.of(vector, "short_atr");
        double[] longAtr = Series.of(vector, "long_atr");
        boolean[] spikes = new boolean[shortAtr.length];
        for (int i = 0; i < spikes.length; i++) {
            spikes[i] = VolatilitySpike.isRawSpike(shortAtr[i], longAtr[i], vector.number("threshold"));
        }
        return spikes;
    }

    private static Object spikeMultipliers(Vector vector) {
        boolean isSpike = vector.inputs().get("spike").asBoolean();
        return Map.of("stop", VolatilitySpike.stopFactor(isSpike), "size", VolatilitySpike.sizeFactor(isSpike));
    }

    private static Object volatilityAlpha(Vector vector) {
        double[] atr = Series.of(vector, "atr");
        double[] average = Series.of(vector, "atr_ma");
        double[] alphas = new double[atr.length];
        for (int i = 0; i < atr.length; i++) {
            alphas[i] = VolatilityAlpha.of(atr[i], average[i], vector.number("min_alpha"), vector.number("max_alpha"));
        }
        return alphas;
    }

    private static Object volatilityAdaptiveEma(Vector vector) {
        double[] values = Series.of(vector, "values");
        double[] atr = Series.of(vector, "atr");
        double[] average = Series.of(vector, "atr_ma");
        VolatilityAdaptiveEma ema =
                new VolatilityAdaptiveEma(vector.inputs().get("period").asInt());
        double[] averages = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ema.update(values[i], atr[i], average[i]);
            averages[i] = ema.value();
        }
        return averages;
    }
}
