package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.performance.SeedFallbacks;
import io.fluxhero.engine.performance.TradeStatistics;
import io.fluxhero.engine.validation.AtrMultipliers;
import io.fluxhero.engine.validation.CalibratedParameters;
import io.fluxhero.engine.validation.Calibration.RsiThresholds;
import io.fluxhero.engine.validation.DateGap;
import io.fluxhero.engine.validation.StitchedEquity;
import io.fluxhero.engine.validation.WindowPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the vectors of walk-forward and calibration are put to our classes. */
final class ValidationAnswers {

    private static final double MILLIS_PER_DAY = 86_400_000;

    static final Map<String, Answer> ALL = Map.of(
            "wf_windows", ValidationAnswers::windows,
            "pass_rate",
                    vector -> StitchedEquity.passRate((int) vector.number("profitable"), (int) vector.number("total")),
            "wf_passes", vector -> StitchedEquity.passes(vector.number("pass_rate"), vector.number("threshold")),
            "wf_aggregate", ValidationAnswers::aggregate,
            "date_gaps", ValidationAnswers::dateGaps,
            "calibration_thresholds", ValidationAnswers::thresholds,
            "calibrated_multipliers", ValidationAnswers::multipliers,
            "parameter_stability", ValidationAnswers::stability);

    private ValidationAnswers() {}

    private static Object windows(Vector vector) {
        WindowPlan plan = WindowPlan.rolling((int) vector.number("train"), (int) vector.number("test"));
        if (vector.inputs().has("min_test")) {
            plan = plan.withFewestTestBars((int) vector.number("min_test"));
        }
        return plan.windows((int) vector.number("bars")).stream()
                .map(window -> new double[] {window.trainFrom(), window.trainTo(), window.testFrom(), window.testTo()})
                .toArray(double[][]::new);
    }

    private static Object aggregate(Vector vector) {
        List<double[]> curves = new ArrayList<>();
        List<Double> returns = new ArrayList<>();
        List<Double> pnls = new ArrayList<>();
        for (JsonNode window : vector.inputs().get("windows")) {
            curves.add(Series.of(window.get("curve")));
            returns.add(StitchedEquity.returnPct(
                    window.get("initial").asDouble(), window.get("final").asDouble()));
            for (int i = 0; i < window.get("wins").asInt(); i++) {
                pnls.add(1.0);
            }
            for (int i = 0; i < window.get("losses").asInt(); i++) {
                pnls.add(-1.0);
            }
        }
        StitchedEquity stitched = StitchedEquity.of(vector.number("initial"), curves);
        int profitable = (int) returns.stream().filter(value -> value > 0).count();
        double passRate = StitchedEquity.passRate(profitable, curves.size());
        TradeStatistics trades = TradeStatistics.of(array(pnls));
        double threshold = vector.inputs().path("threshold").asDouble(StitchedEquity.PASS_THRESHOLD);
        return Map.ofEntries(
                Map.entry("combined_equity", stitched.equity()),
                Map.entry("per_window_returns", array(returns)),
                Map.entry("profitable_windows", (double) profitable),
                Map.entry("total_windows", (double) curves.size()),
                Map.entry("pass_rate", passRate),
                Map.entry("passes", StitchedEquity.passes(passRate, threshold)),
                Map.entry("total_trades", (double) trades.trades()),
                Map.entry("win_rate", SeedFallbacks.orZero(trades.winRate())),
                Map.entry("max_drawdown_pct", stitched.maxDrawdownPct()),
                Map.entry("total_return_pct", stitched.totalReturnPct()),
                Map.entry("sharpe", SeedFallbacks.orZero(stitched.populationSharpe(0.04, 252))));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Object dateGaps(Vector vector) {
        long[] times = Arrays.stream(Series.of(vector, "days"))
                .mapToLong(day -> Math.round(day * MILLIS_PER_DAY))
                .toArray();
        return DateGap.of(times, vector.number("max_gap_days")).stream()
                .map(gap -> new double[] {gap.before(), gap.after(), gap.days()})
                .toArray(double[][]::new);
    }

    private static Object thresholds(Vector vector) {
        RsiThresholds rsi = RsiThresholds.of(Series.of(vector, "rsi"));
        return Map.of(
                "rsi_oversold", rsi.oversold(),
                "rsi_overbought", rsi.overbought(),
                "rsi_extreme_oversold", rsi.extremeOversold(),
                "rsi_extreme_overbought", rsi.extremeOverbought());
    }

    private static Object multipliers(Vector vector) {
        AtrMultipliers multipliers =
                AtrMultipliers.of(Series.of(vector, "high"), Series.of(vector, "low"), Series.of(vector, "close"));
        return Map.of("entry", multipliers.entry(), "exit", multipliers.exit(), "stop", multipliers.stop());
    }

    private static Object stability(Vector vector) {
        return parameters(vector.inputs().get("new"))
                .stabilityAgainst(parameters(vector.inputs().get("old")));
    }

    private static CalibratedParameters parameters(JsonNode node) {
        return new CalibratedParameters(
                node.get("rsi_oversold").asDouble(),
                node.get("rsi_overbought").asDouble(),
                node.get("er_choppy").asDouble(),
                node.get("er_trending").asDouble(),
                node.get("vol_low").asDouble(),
                node.get("vol_high").asDouble(),
                node.get("atr_stop_multiplier").asDouble());
    }
}
