package io.fluxhero.benchmarks;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.validation.Candidate;
import io.fluxhero.engine.validation.ParameterGrid;
import io.fluxhero.engine.validation.Progress;
import io.fluxhero.engine.validation.Sweep;
import io.fluxhero.engine.validation.SweepResult;
import io.fluxhero.engine.validation.SweepRow;
import io.fluxhero.engine.validation.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Many sets of parameters over the same bars. */
final class Sweeps {

    private static final int WIDEST = 1000;

    private final MarketHistory history;

    Sweeps(CandleSeries series) {
        history = OurEngine.history(series);
    }

    /** Seconds on the wall for so many sets and threads; fails where a row is not, to the bit, what a single run gives. */
    double seconds(int sets, int threads) {
        ParameterGrid grid = grid(sets);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            Workers workers = (count, piece) -> pool.submit(
                            () -> IntStream.range(0, count).parallel().forEach(piece))
                    .join();
            long begin = System.nanoTime();
            SweepResult result = Sweep.run(OurEngine.config(), history, grid, workers, Progress.unwatched());
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (int index : new int[] {0, sets / 2, sets - 1}) {
                compare(grid.candidate(index), result.rows().get(index));
            }
            return seconds;
        }
    }

    /** The single run asks the strategy, bar by bar as live trading does, and leaves nothing out. */
    private void compare(Candidate candidate, SweepRow row) {
        BacktestConfig defaults = OurEngine.config();
        StrategyConfig strategy = defaults.strategy().with(candidate.parameters());
        BacktestConfig config = defaults.withRules(strategy, defaults.risk());
        BacktestResult single = Backtest.run(
                config, history, BacktestOptions.defaults(), symbol -> new DualMode(strategy, config.timeframe()));
        if (!single.metrics().equals(row.metrics())) {
            throw new IllegalStateException(candidate + " of the sweep is not what a single run gives");
        }
    }

    /** Entry bands from 0.2 to 10.2 ATR, so many of them: fewer sets are as hard as many. */
    private static ParameterGrid grid(int sets) {
        List<String> bands = IntStream.range(0, sets)
                .mapToObj(i -> Double.toString((20 + i * (WIDEST / sets)) / 100.0))
                .toList();
        return ParameterGrid.of(Map.of("entry-band-atr", bands));
    }
}
