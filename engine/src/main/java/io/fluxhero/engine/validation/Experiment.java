package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.AtEnd;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.strategy.RecordParameters;
import io.fluxhero.engine.strategy.StrategyConfig;
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

    /** The two records whose parameters may be varied; a key that both have means both. */
    public record Rules(StrategyConfig strategy, RiskConfig risk) {}

    /**
     * With the built-in strategy, and the parameters of strategy and risk changed by their keys, for example {@code
     * regression-period} or {@code max-position-ratio}; see {@link RecordParameters}. A candidate with a key that there is
     * not, or a value that is none, has no configuration: {@code configOf} throws IllegalArgumentException.
     */
    public static Experiment varying(BacktestConfig defaults, SortedMap<String, List<Candle>> candles) {
        return of(candidate -> changed(defaults, candidate), candles);
    }

    static BacktestConfig changed(BacktestConfig defaults, Candidate candidate) {
        Rules rules = new Rules(defaults.strategy(), defaults.risk());
        for (Map.Entry<String, String> change : candidate.parameters().entrySet()) {
            rules = RecordParameters.with(rules, change.getKey(), change.getValue());
        }
        return defaults.withRules(rules.strategy(), rules.risk());
    }

    BacktestResult run(Candidate candidate) {
        return simulation.run(configOf.apply(candidate), candles, AtEnd.LEAVE_OPEN);
    }
}
