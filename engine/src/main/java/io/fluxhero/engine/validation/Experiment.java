package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Candle;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What is tried: a way to run, a configuration for each candidate, and the bars.
 *
 * @param simulation mostly {@link Backtest#run(BacktestConfig, SortedMap)}; called from several threads at once where the
 *     {@link Workers} have several
 * @param configOf the configuration of a candidate; pure
 * @param candles complete bars by symbol, each strictly rising in time
 */
public record Experiment(
        Simulation simulation, Function<Candidate, BacktestConfig> configOf, SortedMap<String, List<Candle>> candles) {

    /** Runs one configuration over some bars; the same arguments always give the same result. */
    @FunctionalInterface
    public interface Simulation {
        BacktestResult run(BacktestConfig config, SortedMap<String, List<Candle>> candles);
    }

    /** With the built-in strategy. */
    public static Experiment of(Function<Candidate, BacktestConfig> configOf, SortedMap<String, List<Candle>> candles) {
        return new Experiment(Backtest::run, configOf, candles);
    }

    BacktestResult run(Candidate candidate) {
        return simulation.run(configOf.apply(candidate), candles);
    }
}
