package io.fluxhero.launcher.shell;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.Strategy;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to run over which bars.
 *
 * @param other makes one strategy per symbol; empty for the built-in one
 */
record RunPlan(LoadedBars bars, BacktestConfig config, String strategy, Optional<Function<String, Strategy>> other) {

    static RunPlan of(LoadedBars bars, BacktestConfig config) {
        return new RunPlan(bars, config, DualMode.NAME, Optional.empty());
    }

    BacktestRun run() {
        BacktestOptions options = BacktestOptions.defaults();
        BacktestResult result = other.map(maker -> Backtest.run(config, bars.history(), options, maker))
                .orElseGet(() -> Backtest.run(config, bars.history(), options));
        return BacktestRun.of(bars, config, strategy, result);
    }
}
