package io.fluxhero.launcher;

import io.fluxhero.launcher.shell.BacktestCommand;
import io.fluxhero.launcher.shell.CalibrateCommand;
import io.fluxhero.launcher.shell.ConvertCommand;
import io.fluxhero.launcher.shell.CrossAssetCommand;
import io.fluxhero.launcher.shell.IndicatorsCommand;
import io.fluxhero.launcher.shell.MonteCarloCommand;
import io.fluxhero.launcher.shell.SettingsCommand;
import io.fluxhero.launcher.shell.SweepCommand;
import io.fluxhero.launcher.shell.WalkForwardCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code fluxhero} command. */
@Command(
        name = "fluxhero",
        description = "Starts, watches and stops the whole trading system on this machine.",
        mixinStandardHelpOptions = true,
        version = "FluxHero 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Commands of the script itself: test (every test of the product), build (what is not built), format (source files),",
            "bench (the engine beside its peers), simulate (the money path in seeded worlds full of faults)."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            ConsumeCommand.class,
            RedriveCommand.class,
            AuditCommand.class,
            ChaosCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
            BacktestCommand.class,
            WalkForwardCommand.class,
            SweepCommand.class,
            MonteCarloCommand.class,
            CrossAssetCommand.class,
            CalibrateCommand.class,
            IndicatorsCommand.class,
            ConvertCommand.class,
            SettingsCommand.class
        })
public final class FluxHero {

    private FluxHero() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FluxHero())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("fluxhero: " + messageOf(failure));
                    if (System.getenv("FLUXHERO_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static String messageOf(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
