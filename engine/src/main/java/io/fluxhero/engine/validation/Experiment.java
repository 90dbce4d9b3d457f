package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.AtEnd;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.strategy.RecordParameters;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What is tried: a way to run, a configuration for each candidate, and the bars.
 *
 * @param simulation mostly {@link Backtest#run(BacktestConfig, SortedMap, AtEnd)}; called from several threads at once where the
 *     {@link Workers} have several
 * @param configOf the configuration of a candidate; pure
 * @param candles complete bars by symbol, each strictly rising in time
 */
public record Experiment(
        Simulation simulation, Function<Candidate, BacktestConfig> configOf, SortedMap<String, List<Candle>> candles) {

    /** Runs one configuration over some bars; the same arguments always give the same result. */
    @FunctionalInterface
    public interface Simulation {
        BacktestResult run(BacktestConfig config, SortedMap<String, List<Candle>> candles, AtEnd atEnd);
    }

    /** With the built-in strategy. */
    public static Experiment of(Function<Candidate, BacktestConfig> configOf, SortedMap<String, List<Candle>> candles) {
        return new Experiment(Backtest::run, configOf, candles);
    }

    /**
     * With the built-in strategy and parameters of a configuration changed by their keys, for example {@code
     * regression-period} or {@code max-position-ratio}; see {@link RecordParameters}.
     */
    public static Experiment varying(BacktestConfig defaults, SortedMap<String, List<Candle>> candles) {
        return of(candidate -> changed(defaults, candidate), candles);
    }

    private static BacktestConfig changed(BacktestConfig defaults, Candidate candidate) {
        BacktestConfig config = defaults;
        for (Map.Entry<String, String> change : candidate.parameters().entrySet()) {
            config = RecordParameters.with(config, change.getKey(), change.getValue());
        }
        return config;
    }

    BacktestResult run(Candidate candidate) {
        return simulation.run(configOf.apply(candidate), candles, AtEnd.LEAVE_OPEN);
    }
}
