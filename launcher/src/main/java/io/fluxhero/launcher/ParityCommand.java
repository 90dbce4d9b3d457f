package io.fluxhero.launcher;

import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.parity.CannotCheck;
import io.fluxhero.launcher.parity.DecisionSettings;
import io.fluxhero.launcher.parity.Parity;
import io.fluxhero.launcher.parity.ParityReport;
import io.fluxhero.launcher.postgres.ServiceRoles;
import io.fluxhero.launcher.shell.ShellFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides the recorded run of a stack again and compares. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description =
                "Decides the recorded run again, with the same engine over the recorded candles, fills and acts of"
                        + " people, and compares signals, verdicts, sizes and orders field by field.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:identical", "1:different; the first difference is told", "2:cannot check, and why"})
final class ParityCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    private static final int CANNOT_CHECK = 2;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--from", paramLabel = "T", description = "First bar time to compare, a date or an instant (UTC).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Last bar time to compare.")
    private @Nullable String to;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there too.")
    private @Nullable Path json;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that the run was decided with, where it was no default and no variable of this"
                    + " shell, for example strategy.trend.entry-band-atr=0.4 or risk.max-exposure-ratio=0.6.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--plant",
            hidden = true,
            paramLabel = "KEY=VALUE",
            description = "For the test of this command: decide with this changed and say nothing of it.")
    private Map<String, String> planted = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        Instant first = from == null ? Instant.MIN : timeOf("--from", from, false);
        Instant last = to == null ? Instant.MAX : timeOf("--to", to, true);
        if (first.isAfter(last)) {
            throw bad("--from " + from + " is after --to " + to);
        }
        DecisionSettings claimed = settings();
        DecisionSettings used = claimed.with(planted);
        try {
            ParityReport report = check(data.state(), claimed, used, first, last);
            spec().commandLine().getOut().print(report.asText());
            spec().commandLine().getOut().flush();
            if (json != null) {
                Files.writeString(json, report.asJson() + "\n");
            }
            return report.isIdentical() ? 0 : DIFFERENT;
        } catch (CannotCheck | UncheckedIOException e) {
            spec().commandLine().getErr().println("fluxhero: cannot check: " + e.getMessage());
            return CANNOT_CHECK;
        } catch (SQLException e) {
            spec().commandLine()
                    .getErr()
                    .println("fluxhero: cannot check, the books cannot be read: " + e.getMessage());
            return CANNOT_CHECK;
        }
    }

    private ParityReport check(
            StateFolder folder, DecisionSettings claimed, DecisionSettings used, Instant first, Instant last)
            throws CannotCheck, SQLException {
        RunState running = new RunStateFile(folder)
                .read()
                .filter(state -> !state.postgres().isEmpty())
                .orElseThrow(() -> new UncheckedIOException(
                        new IOException("nothing is running in " + folder.root() + ": ./fluxhero up starts it")));
        String password =
                new Secrets(folder).find(Secrets.ofRole(ServiceRoles.AUDITOR)).orElse("");
        // The Kafka client tells its whole configuration at INFO.
        Logger.getLogger("").setLevel(Level.SEVERE);
        try (Connection books = DriverManager.getConnection(running.postgres(), ServiceRoles.AUDITOR, password)) {
            return new Parity(books, claimed, used, first, last).check(running.kafka());
        }
    }

    private DecisionSettings settings() {
        try {
            return DecisionSettings.of(System.getenv(), settings);
        } catch (ShellFailure | IllegalArgumentException e) {
            throw bad("--set: " + e.getMessage());
        }
    }

    private Instant timeOf(String option, String text, boolean endOfDay) {
        try {
            return text.length() == "2000-01-01".length()
                    ? LocalDate.parse(text)
                            .plusDays(endOfDay ? 1 : 0)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(endOfDay ? 1 : 0)
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw bad(option + " must be a date like 2004-12-31 or an instant like 2004-12-31T05:00:00Z, not " + text);
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
