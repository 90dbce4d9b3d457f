package io.fluxhero.launcher.shell;

import io.fluxhero.engine.backtest.AtEnd;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.validation.Candidate;
import io.fluxhero.engine.validation.Experiment;
import io.fluxhero.engine.validation.ParameterGrid;
import io.fluxhero.engine.validation.Progress;
import io.fluxhero.engine.validation.Sweep;
import io.fluxhero.engine.validation.SweepResult;
import io.fluxhero.engine.validation.Workers;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunPlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs candidates of a grid over the bars of a plan. */
final class Trials {

    private final RunPlan plan;
    private final ParameterGrid grid;

    Trials(RunPlan plan, List<String> varied) {
        this.plan = plan;
        try {
            grid = varied.isEmpty() ? ParameterGrid.single() : ParameterGrid.parse(varied);
        } catch (IllegalArgumentException e) {
            throw new ShellFailure("--vary: " + e.getMessage());
        }
        grid.candidates().forEach(this::config);
    }

    ParameterGrid grid() {
        return grid;
    }

    /** Every candidate over all bars; those of the built-in strategy share what is measured of the bars. */
    SweepResult sweep(Workers workers, Progress progress) {
        return plan.other().isPresent()
                ? Sweep.run(experiment(), grid, workers, progress)
                : Sweep.run(this::config, plan.bars().history(), grid, workers, progress);
    }

    Experiment experiment() {
        TreeMap<String, List<Candle>> candles = new TreeMap<>();
        candles.put(plan.bars().symbol(), plan.bars().candles());
        return new Experiment(this::simulate, this::config, candles);
    }

    private BacktestConfig config(Candidate candidate) {
        return SettingsOption.changed(plan.config(), candidate.parameters());
    }

    private BacktestResult simulate(BacktestConfig config, SortedMap<String, List<Candle>> candles, AtEnd atEnd) {
        LoadedBars bars = plan.bars();
        boolean whole = candles.firstEntry().getValue().size() == bars.series().size();
        MarketHistory history = whole
                ? bars.history()
                : new MarketHistory(MarketHistory.ofCandles(candles).series(), bars.adjustments());
        BacktestOptions options = BacktestOptions.defaults().with(atEnd);
        return plan.other()
                .map(maker -> Backtest.run(config, history, options, maker))
                .orElseGet(() -> Backtest.run(config, history, options));
    }
}
