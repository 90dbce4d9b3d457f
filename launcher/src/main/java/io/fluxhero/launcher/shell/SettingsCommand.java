package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what {@code --set} and {@code --config} know; the output is itself a configuration file. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists every setting with its value, in the form that --config reads.")
public final class SettingsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli gives each command its spec");
        }
        var out = spec.commandLine().getOut();
        SettingsOption.values(settings.config(Timeframe.D1, 0))
                .forEach((path, value) -> out.println(path + "=" + value));
        return 0;
    }
}
