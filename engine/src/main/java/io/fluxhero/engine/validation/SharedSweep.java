package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.backtest.MeasuredHistory;
import io.fluxhero.engine.indicator.IndicatorPeriods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sweep whose candidates share what was measured. Columns are big, so only those of a few sets of periods are kept at a
 * time; within such a batch every candidate is a piece of work.
 */
final class SharedSweep {

    private static final int SETS_AT_A_TIME = 4;
    private static final double GOLDEN_RATIO = 0.618;

    private final MarketHistory history;
    private final ParameterGrid grid;
    private final Workers workers;
    private final Progress progress;
    private final BacktestConfig[] configs;
    private final @Nullable SweepRow[] rows;

    SharedSweep(
            Function<Candidate, BacktestConfig> configOf,
            MarketHistory history,
            ParameterGrid grid,
            Workers workers,
            Progress progress) {
        this.history = history;
        this.grid = grid;
        this.workers = workers;
        this.progress = progress;
        configs = IntStream.range(0, grid.size())
                .mapToObj(index -> configOf.apply(grid.candidate(index)))
                .toArray(BacktestConfig[]::new);
        rows = new SweepRow[grid.size()];
    }

    SweepResult run() {
        Set<IndicatorPeriods> all = new LinkedHashSet<>();
        Arrays.stream(configs).forEach(config -> all.add(config.strategy().indicators()));
        List<IndicatorPeriods> sets = new ArrayList<>(all);
        for (int from = 0; from < sets.size() && !progress.isCancelled(); from += SETS_AT_A_TIME) {
            runBatch(sets.subList(from, Math.min(from + SETS_AT_A_TIME, sets.size())));
        }
        return Sweep.done(rows);
    }

    /**
     * Neighbours in a grid trade about as much, and so take about as long, while workers share out whole stretches of
     * pieces: neighbours are dealt far apart, so that every stretch is as long as the others.
     */
    private static int[] dealt(int[] batch) {
        int step = (int) (batch.length * GOLDEN_RATIO);
        while (step > 1 && !isCoprime(step, batch.length)) {
            step--;
        }
        int[] dealt = new int[batch.length];
        long next = 0;
        for (int piece = 0; piece < dealt.length; piece++) {
            dealt[piece] = batch[(int) next];
            next = (next + Math.max(1, step)) % batch.length;
        }
        return dealt;
    }

    private static boolean isCoprime(int a, int b) {
        return b == 0 ? a == 1 : isCoprime(b, a % b);
    }

    private void runBatch(List<IndicatorPeriods> sets) {
        @Nullable MeasuredHistory[] measured = new MeasuredHistory[sets.size()];
        workers.carryOut(sets.size(), set -> measured[set] = MeasuredHistory.of(history, sets.get(set)));
        int[] batch = dealt(IntStream.range(0, configs.length)
                .filter(index -> sets.contains(configs[index].strategy().indicators()))
                .toArray());
        workers.carryOut(batch.length, piece -> {
            if (!progress.isCancelled()) {
                int index = batch[piece];
                int set = sets.indexOf(configs[index].strategy().indicators());
                rows[index] = SweepRow.of(
                        grid.candidate(index),
                        Objects.requireNonNull(measured[set]).summarize(configs[index]));
                progress.pieceDone(configs.length);
            }
        });
    }
}
