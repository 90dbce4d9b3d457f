package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.backtest.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs every candidate of a grid, each as if it were alone. */
public final class Sweep {

    private Sweep() {}

    /**
     * Runs the built-in strategy over bars that are measured once for all candidates with the same indicator periods. The
     * rows are those of {@link #run(Experiment, ParameterGrid, Workers, Progress)}, bit for bit.
     */
    public static SweepResult run(
            BacktestConfig defaults, MarketHistory history, ParameterGrid grid, Workers workers, Progress progress) {
        return run(candidate -> Experiment.changed(defaults, candidate), history, grid, workers, progress);
    }

    /** The same with a configuration for each candidate. */
    public static SweepResult run(
            Function<Candidate, BacktestConfig> configOf,
            MarketHistory history,
            ParameterGrid grid,
            Workers workers,
            Progress progress) {
        return new SharedSweep(configOf, history, grid, workers, progress).run();
    }

    /** Runs them; rows are in the order of the grid whatever the workers do. */
    public static SweepResult run(Experiment experiment, ParameterGrid grid, Workers workers, Progress progress) {
        @Nullable SweepRow[] rows = new SweepRow[grid.size()];
        workers.carryOut(rows.length, index -> {
            if (!progress.isCancelled()) {
                Candidate candidate = grid.candidate(index);
                rows[index] = SweepRow.of(candidate, RunSummary.of(experiment.run(candidate)));
                progress.pieceDone(rows.length);
            }
        });
        return done(rows);
    }

    static SweepResult done(@Nullable SweepRow[] rows) {
        List<SweepRow> done = new ArrayList<>(rows.length);
        for (SweepRow row : rows) {
            if (row != null) {
                done.add(row);
            }
        }
        return new SweepResult(rows.length, List.copyOf(done));
    }
}
