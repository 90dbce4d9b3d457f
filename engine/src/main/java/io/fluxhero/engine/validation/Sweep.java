package io.fluxhero.engine.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs every candidate of a grid, each as if it were alone. */
public final class Sweep {

    private Sweep() {}

    /** Runs them; rows are in the order of the grid whatever the workers do. */
    public static SweepResult run(Experiment experiment, ParameterGrid grid, Workers workers, Progress progress) {
        @Nullable SweepRow[] rows = new SweepRow[grid.size()];
        workers.carryOut(rows.length, index -> {
            if (!progress.isCancelled()) {
                Candidate candidate = grid.candidate(index);
                rows[index] = SweepRow.of(candidate, experiment.run(candidate));
                progress.pieceDone(rows.length);
            }
        });
        List<SweepRow> done = new ArrayList<>(rows.length);
        for (SweepRow row : rows) {
            if (row != null) {
                done.add(Objects.requireNonNull(row));
            }
        }
        return new SweepResult(grid.size(), List.copyOf(done));
    }
}
