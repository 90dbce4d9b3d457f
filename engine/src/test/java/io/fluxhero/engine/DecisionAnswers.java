package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.RegimeConfirmation;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.ExplanationText;
import io.fluxhero.engine.strategy.MeanReversion;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Stops;
import io.fluxhero.engine.strategy.TrendFollowing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** How the vectors of regimes, rules and texts are put to our classes. */
final class DecisionAnswers {

    static final Map<String, Answer> ALL = Map.of(
            "trend_regime", DecisionAnswers::trendRegime,
            "regime_persistence", DecisionAnswers::regimePersistence,
            "mode_for_regime", DecisionAnswers::modeForRegime,
            "volatility_state", DecisionAnswers::volatility,
            "volatility_regime", DecisionAnswers::volatility,
            "trend_signals", DecisionAnswers::trendSignals,
            "mean_reversion_signals", DecisionAnswers::meanReversionSignals,
            "fixed_stop", DecisionAnswers::fixedStop,
            "explanation_text", DecisionAnswers::explanationText);

    private static final List<Regime> REGIMES = List.of(Regime.MEAN_REVERSION, Regime.NEUTRAL, Regime.STRONG_TREND);
    private static final List<Volatility> VOLATILITIES = List.of(Volatility.LOW, Volatility.NORMAL, Volatility.HIGH);

    private DecisionAnswers() {}

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

    private static Object modeForRegime(Vector vector) {
        return switch (Mode.of(REGIMES.get(vector.inputs().get("regime").asInt()))) {
            case TREND -> "TREND_FOLLOWING";
            case MEAN_REVERSION -> "MEAN_REVERSION";
            case NEUTRAL -> "NEUTRAL";
        };
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

    private static Object trendSignals(Vector vector) {
        double[] close = Series.of(vector, "close");
        double[] kama = Series.of(vector, "kama");
        double[] atr = Series.of(vector, "atr");
        TrendFollowing rule = new TrendFollowing(0.5, 0.3);
        Position position = new Position();
        double[] codes = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            rule.update(close[i], kama[i], atr[i]);
            codes[i] = position.next(rule::entry, rule::exits);
        }
        return codes;
    }

    private static Object meanReversionSignals(Vector vector) {
        double[] close = Series.of(vector, "close");
        double[] rsi = Series.of(vector, "rsi");
        double[] lower = Series.of(vector, "lower");
        double[] middle = Series.of(vector, "middle");
        double[] upper = Series.orUnknown(vector, "upper", close.length);
        MeanReversion rule = new MeanReversion(30, 70);
        Position position = new Position();
        double[] codes = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            rule.update(close[i], rsi[i], lower[i], middle[i], upper[i]);
            codes[i] = position.next(rule::entry, rule::exits);
        }
        return codes;
    }

    private static Object fixedStop(Vector vector) {
        Side side = vector.inputs().get("long").asBoolean() ? Side.LONG : Side.SHORT;
        return Stops.fixed(vector.number("entry"), side, vector.number("pct"));
    }

    private static Object explanationText(Vector vector) {
        JsonNode signal = vector.inputs().get("signal");
        int code = signal.get("signal_type").asInt();
        if (code == 0) {
            return Map.of("text", ExplanationText.NO_SIGNAL, "compact", ExplanationText.NO_SIGNAL_COMPACT);
        }
        Function<String, Double> number = name -> Series.number(signal.path(name));
        Regime regime = REGIMES.get(signal.get("regime").asInt());
        Explanation explanation = new Explanation(
                Math.abs(code) == 1,
                code > 0 ? Side.LONG : Side.SHORT,
                Mode.of(regime),
                regime,
                VOLATILITIES.get(signal.get("volatility_state").asInt()),
                number.apply("price"),
                number.apply("atr"),
                number.apply("kama"),
                number.apply("rsi"),
                number.apply("adx"),
                number.apply("r_squared"),
                number.apply("stop_loss"),
                signal.get("trigger").asText(),
                true,
                true);
        double percent = number.apply("risk_percent");
        return Map.of(
                "text",
                        ExplanationText.formatted(
                                signal.get("symbol").asText(), explanation, number.apply("risk_amount"), percent),
                "compact", ExplanationText.compact(explanation, percent));
    }

    /** The vectors signal for someone who follows every signal; our rules know no position. */
    private static final class Position {

        private Optional<Side> held = Optional.empty();

        double next(Supplier<Optional<Side>> entry, Predicate<Side> exits) {
            if (held.isPresent()) {
                int sign = held.get().sign();
                if (!exits.test(held.get())) {
                    return 0;
                }
                held = Optional.empty();
                return 2.0 * sign;
            }
            held = entry.get();
            return held.map(side -> (double) side.sign()).orElse(0.0);
        }
    }
}
