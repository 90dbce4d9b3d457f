package io.fluxhero.engine.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep found.
 *
 * @param candidates number asked for
 * @param rows those done, in the order of the grid; fewer where it was cancelled
 */
public record SweepResult(int candidates, List<SweepRow> rows) {

    /** Whether every candidate was run. */
    public boolean isComplete() {
        return rows.size() == candidates;
    }

    /** The rows with a defined score, best first, the earlier of equals first. */
    public List<SweepRow> ranking(Objective objective, int fewestTrades) {
        return rows.stream()
                .filter(row -> !Double.isNaN(objective.of(row.metrics(), fewestTrades)))
                .sorted(Comparator.comparingDouble((SweepRow row) -> -objective.of(row.metrics(), fewestTrades))
                        .thenComparingInt(row -> row.candidate().index()))
                .toList();
    }

    /** How likely the choice of the best is over-fitted; empty for fewer than two runs or too few bars. */
    public Optional<BacktestOverfitting> overfitting() {
        boolean comparable =
                rows.size() > 1 && rows.stream().allMatch(row -> row.blocks().blocks() > 0);
        return comparable
                ? Optional.of(BacktestOverfitting.of(
                        rows.stream().map(SweepRow::blocks).toList()))
                : Optional.empty();
    }

    /** What the best candidate is worth, all candidates counted as trials; empty where none has a score. */
    public Optional<OverfitVerdict> verdict(Objective objective, int fewestTrades) {
        double probability = overfitting().map(BacktestOverfitting::probability).orElse(Double.NaN);
        return ranking(objective, fewestTrades).stream()
                .findFirst()
                .map(best -> OverfitVerdict.of(best.evidence(), rows.size(), variance(), probability));
    }

    /** Sample variance of the defined ratios per bar; 0 below two. */
    private double variance() {
        double[] ratios = rows.stream()
                .mapToDouble(row -> row.evidence().sharpe())
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        double mean = 0;
        for (double ratio : ratios) {
            mean += ratio / ratios.length;
        }
        double squares = 0;
        for (double ratio : ratios) {
            squares += (ratio - mean) * (ratio - mean);
        }
        return ratios.length < 2 ? 0 : squares / (ratios.length - 1);
    }
}
