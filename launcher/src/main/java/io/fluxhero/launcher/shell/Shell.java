package io.fluxhero.launcher.shell;

import io.fluxhero.launcher.run.RunDocument;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands that need no server. They have a root of their own, since {@code up} and its like bring Kafka, Postgres and
 * Vert.x with them, which would cost each backtest its start.
 */
@Command(
        name = "fluxhero",
        description = "Research from the command line.",
        mixinStandardHelpOptions = true,
        version = RunDocument.VERSION,
        synopsisSubcommandLabel = "COMMAND")
public final class Shell {

    /** The data were refused, or a setting is none: the message says what to do. */
    static final int REFUSED = 3;

    /** Ctrl+C: what was finished is there. */
    static final int INTERRUPTED = 130;

    private static final Map<String, Supplier<Object>> COMMANDS = new TreeMap<>(Map.of(
            "backtest", BacktestCommand::new,
            "walk-forward", WalkForwardCommand::new,
            "sweep", SweepCommand::new,
            "monte-carlo", MonteCarloCommand::new,
            "cross-asset", CrossAssetCommand::new,
            "calibrate", CalibrateCommand::new,
            "indicators", IndicatorsCommand::new,
            "convert", ConvertCommand::new,
            "settings", SettingsCommand::new));

    private Shell() {}

    public static void main(String[] arguments) {
        System.exit(execute(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs one command; gives its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        int code = commandLine(arguments).setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static @Nullable Object asked(String name) {
        Supplier<Object> command = COMMANDS.get(name);
        return command == null ? null : command.get();
    }

    /** Only the command that is asked for: each one costs its start. */
    private static CommandLine commandLine(String... arguments) {
        CommandLine root = new CommandLine(new Shell());
        Object asked = arguments.length == 0 ? null : asked(arguments[0]);
        if (asked == null) {
            COMMANDS.values().forEach(command -> root.addSubcommand(command.get()));
        } else {
            root.addSubcommand(asked);
        }
        return root.setExecutionExceptionHandler((failure, command, parsed) -> {
                    String message = failure.getMessage();
                    command.getErr().println("fluxhero: " + (message == null ? failure.toString() : message));
                    if (System.getenv("FLUXHERO_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return failure instanceof ShellFailure ? REFUSED : CommandLine.ExitCode.SOFTWARE;
                })
                .setParameterExceptionHandler((failure, given) -> {
                    CommandLine command = failure.getCommandLine();
                    command.getErr().println("fluxhero: " + failure.getMessage());
                    command.getErr().println("see ./" + command.getCommandSpec().qualifiedName() + " --help");
                    return CommandLine.ExitCode.USAGE;
                })
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
