package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what {@code --set} and {@code --config} know; the output is itself a configuration file. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists every setting with its value, in the form that --config reads.")
public final class SettingsCommand extends ShellCommand {

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    @Override
    public Integer call() throws IOException {
        var out = out();
        SettingsOption.values(settings.config(Timeframe.D1, 0))
                .forEach((path, value) -> out.println(path + "=" + value));
        return 0;
    }
}
