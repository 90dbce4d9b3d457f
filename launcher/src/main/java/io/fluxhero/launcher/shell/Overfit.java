package io.fluxhero.launcher.shell;

import io.fluxhero.engine.validation.OverfitVerdict;
import io.fluxhero.launcher.run.Figure;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a result is more than luck and selection, in words and as fields. */
final class Overfit {

    private Overfit() {}

    static void print(OverfitVerdict verdict, PrintWriter out) {
        out.println();
        out.println(
                switch (verdict.verdict()) {
                    case SUPPORTED -> "The evidence supports it: the ratio stands when all trials are counted.";
                    case LIKELY_OVERFIT -> "Likely over-fitted: it does not stand when all trials are counted.";
                    case NOT_PROVEN -> "Not proven: the ratio is not above 0 with 95 % confidence.";
                    case UNDEFINED -> "Undefined: too little data, or nothing moved.";
                });
        out.println("  probability that the Sharpe ratio is above 0: " + Figure.of(verdict.probabilisticSharpe(), 3)
                + ", with " + verdict.trials() + " trials counted: " + Figure.of(verdict.deflatedSharpe(), 3));
        out.println("  probability of over-fitting (CSCV): " + Figure.of(verdict.overfitProbability(), 3));
    }

    static Map<String, Object> fields(OverfitVerdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verdict", verdict.verdict());
        fields.put("observations", verdict.observations());
        fields.put("trials", verdict.trials());
        fields.put("probabilistic_sharpe", verdict.probabilisticSharpe());
        fields.put("deflated_sharpe", verdict.deflatedSharpe());
        fields.put("expected_best_sharpe", verdict.expectedBest());
        fields.put("minimum_track_record", verdict.minimumTrackRecord());
        fields.put("overfit_probability", verdict.overfitProbability());
        return fields;
    }
}
