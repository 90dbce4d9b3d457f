package io.fluxhero.benchmarks;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.validation.Experiment;
import io.fluxhero.engine.validation.ParameterGrid;
import io.fluxhero.engine.validation.Progress;
import io.fluxhero.engine.validation.Sweep;
import io.fluxhero.engine.validation.SweepResult;
import io.fluxhero.engine.validation.SweepRow;
import io.fluxhero.engine.validation.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Many sets of parameters over the same bars. */
final class Sweeps {

    private final Experiment experiment;

    Sweeps(CandleSeries series) {
        List<Candle> candles = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            candles.add(series.candle(i));
        }
        SortedMap<String, List<Candle>> bySymbol = new TreeMap<>();
        bySymbol.put("SPY", candles);
        experiment = Experiment.varying(OurEngine.config(), bySymbol);
    }

    /** Seconds on the wall for so many sets and threads; fails where a row is not, to the bit, what a single run gives. */
    double seconds(int sets, int threads) {
        ParameterGrid grid = grid(sets);
        long begin = System.nanoTime();
        SweepResult result = Sweep.run(experiment, grid, workers(threads), Progress.unwatched());
        double seconds = (System.nanoTime() - begin) / 1e9;
        for (int index : new int[] {0, sets / 2, sets - 1}) {
            SweepRow single = Sweep.run(experiment, single(grid, index), Workers.one(), Progress.unwatched())
                    .rows()
                    .getFirst();
            if (!single.metrics().equals(result.rows().get(index).metrics())) {
                throw new IllegalStateException("set " + index + " of the sweep is not what a single run gives");
            }
        }
        return seconds;
    }

    private static ParameterGrid grid(int sets) {
        List<String> bands = IntStream.range(0, sets)
                .mapToObj(i -> Double.toString((20 + i) / 100.0))
                .toList();
        return ParameterGrid.of(Map.of("entry-band-atr", bands));
    }

    private static ParameterGrid single(ParameterGrid grid, int index) {
        Map<String, List<String>> one = new TreeMap<>();
        grid.candidate(index).parameters().forEach((key, value) -> one.put(key, List.of(value)));
        return ParameterGrid.of(one);
    }

    private static Workers workers(int threads) {
        return (count, piece) -> {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                pool.submit(() -> IntStream.range(0, count).parallel().forEach(piece))
                        .join();
            }
        };
    }
}
