package io.fluxhero.launcher.run;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.Strategy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to run over which bars.
 *
 * @param settings every parameter of {@code config} by name
 * @param other makes one strategy per symbol; empty for the built-in one
 */
public record RunPlan(
        LoadedBars bars,
        BacktestConfig config,
        Map<String, Object> settings,
        String strategy,
        Optional<Function<String, Strategy>> other) {

    /** The built-in strategy. */
    public static RunPlan of(LoadedBars bars, BacktestConfig config, Map<String, Object> settings) {
        return new RunPlan(bars, config, settings, DualMode.NAME, Optional.empty());
    }

    /** Runs it. */
    public BacktestRun run() {
        BacktestOptions options = BacktestOptions.defaults();
        BacktestResult result = other.map(maker -> Backtest.run(config, bars.history(), options, maker))
                .orElseGet(() -> Backtest.run(config, bars.history(), options));
        return BacktestRun.of(this, result);
    }
}
