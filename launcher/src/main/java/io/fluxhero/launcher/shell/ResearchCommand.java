package io.fluxhero.launcher.shell;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunPlan;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A command that puts settings to the bars of a file. */
abstract class ResearchCommand extends ShellCommand {

    @Mixin
    private final BarsOption bars = new BarsOption();

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    final LoadedBars bars() throws IOException {
        return bars.load(err());
    }

    final BacktestConfig config(LoadedBars loaded) throws IOException {
        return settings.config(loaded.timeframe(), loaded.tradeFrom());
    }

    final RunPlan plan(LoadedBars loaded) throws IOException {
        return settings.plan(loaded);
    }
}
