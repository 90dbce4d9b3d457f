package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Blend;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.ExplanationText;
import io.fluxhero.engine.strategy.MeanReversion;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.ModePerformance;
import io.fluxhero.engine.strategy.ModeWeights;
import io.fluxhero.engine.strategy.Sizes;
import io.fluxhero.engine.strategy.Sizing;
import io.fluxhero.engine.strategy.Stops;
import io.fluxhero.engine.strategy.TrendFollowing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** How the vectors of rules and texts are put to our classes. */
final class DecisionAnswers {

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("trend_signals", DecisionAnswers::trendSignals),
            Map.entry("mean_reversion_signals", DecisionAnswers::meanReversionSignals),
            Map.entry("blend_signals", DecisionAnswers::blendSignals),
            Map.entry("trailing_stop", DecisionAnswers::trailingStop),
            Map.entry("fixed_stop", DecisionAnswers::fixedStop),
            Map.entry("risk_size", DecisionAnswers::riskSize),
            Map.entry("regime_size", DecisionAnswers::regimeSize),
            Map.entry("mode_performance", DecisionAnswers::modePerformance),
            Map.entry("rebalance_weights", DecisionAnswers::rebalanceWeights),
            Map.entry("explanation_text", DecisionAnswers::explanationText),
            Map.entry("explanation_sizing", DecisionAnswers::explanationSizing));

    private static final List<Regime> REGIMES = List.of(Regime.MEAN_REVERSION, Regime.NEUTRAL, Regime.STRONG_TREND);
    private static final List<Volatility> VOLATILITIES = List.of(Volatility.LOW, Volatility.NORMAL, Volatility.HIGH);

    private DecisionAnswers() {}

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

    /** Codes of two rules, as one rule would give them: an exit of either closes, entries must agree where asked to. */
    private static Object blendSignals(Vector vector) {
        double[] trend = Series.of(vector, "trend");
        double[] reversion = Series.of(vector, "mean_reversion");
        boolean requireAgreement = vector.inputs().path("require_agreement").asBoolean(true);
        double[] codes = new double[trend.length];
        for (int i = 0; i < codes.length; i++) {
            Optional<Side> entry = Blend.entry(entry(trend[i]), entry(reversion[i]), requireAgreement);
            double exit = Blend.exits(isExit(trend[i]), false) ? trend[i] : reversion[i];
            codes[i] = Blend.exits(isExit(trend[i]), isExit(reversion[i]))
                    ? exit
                    : entry.map(side -> (double) side.sign()).orElse(0.0);
        }
        return codes;
    }

    private static boolean isExit(double code) {
        return Math.abs(code) == 2;
    }

    private static Optional<Side> entry(double code) {
        return Math.abs(code) == 1 ? Optional.of(code > 0 ? Side.LONG : Side.SHORT) : Optional.empty();
    }

    private static Object trailingStop(Vector vector) {
        double[] close = Series.of(vector, "close");
        double[] atr = Series.of(vector, "atr");
        int from = vector.inputs().get("entry_index").asInt();
        Side side = vector.inputs().get("long").asBoolean() ? Side.LONG : Side.SHORT;
        double[] stops = Series.orUnknown(vector, "none", close.length);
        double stop = Double.NaN;
        double peak = Double.NaN;
        for (int i = from; i < close.length; i++) {
            boolean isBetter = Double.isNaN(peak) || side.sign() * (close[i] - peak) > 0;
            peak = isBetter ? close[i] : peak;
            stop = Stops.trailing(stop, peak, side, atr[i], vector.number("multiplier"));
            stops[i] = stop;
        }
        return stops;
    }

    private static Object riskSize(Vector vector) {
        return Sizes.byRisk(
                vector.number("capital"), vector.number("risk_pct"), vector.number("entry"), vector.number("stop"));
    }

    private static Object regimeSize(Vector vector) {
        return Sizes.inMode(
                vector.number("size"), mode(vector.inputs().get("mode").asText()));
    }

    private static Mode mode(String name) {
        return name.startsWith("TREND") ? Mode.TREND : Mode.valueOf(name);
    }

    private static Object modePerformance(Vector vector) {
        ModePerformance performance = ModePerformance.none();
        for (double pnl : Series.of(vector, "pnls")) {
            performance = performance.with(pnl, 100_000);
        }
        return Map.of(
                "trades",
                (double) performance.trades(),
                "wins",
                (double) performance.wins(),
                "losses",
                (double) performance.losses(),
                "win_rate",
                performance.winRate(),
                "total",
                performance.totalPnl(),
                "max_drawdown",
                performance.maxPnlDrawdown());
    }

    private static Object rebalanceWeights(Vector vector) {
        ModeWeights weights = ModeWeights.full();
        for (double pnl : Series.of(vector, "trend_pnls")) {
            weights = weights.closed(Mode.TREND, pnl, 100_000);
        }
        for (double pnl : Series.of(vector, "mean_reversion_pnls")) {
            weights = weights.closed(Mode.MEAN_REVERSION, pnl, 100_000);
        }
        for (int i = 0; i < vector.inputs().path("times").asInt(1); i++) {
            weights = weights.rebalanced();
        }
        return Map.of("trend", weights.of(Mode.TREND), "mean_reversion", weights.of(Mode.MEAN_REVERSION));
    }

    private static Object explanationSizing(Vector vector) {
        Sizing sizing = Sizing.unlimited(
                vector.number("balance"),
                vector.number("risk_fraction"),
                vector.number("price"),
                vector.number("stop"));
        return Map.of("risk_amount", sizing.riskAmount(), "position_size", (double) sizing.shares());
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
                true,
                false);
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
