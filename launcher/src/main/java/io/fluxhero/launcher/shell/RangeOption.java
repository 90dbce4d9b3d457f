package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What bars of one or many files have in common: their length, and which of them are used. */
abstract class RangeOption {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-^=]{1,10}");

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--timeframe",
            defaultValue = "1d",
            paramLabel = "T",
            order = -3,
            description = "Length of a bar: 1m, 5m, 15m, 30m, 1h, 2h, 4h, 1d, 1wk. Default: ${DEFAULT-VALUE}.")
    private String timeframe = "1d";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            order = -3,
            description = "Trade from this exchange date on; bars before it in the file warm up.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", order = -3, description = "Last exchange date that is used.")
    private @Nullable String to;

    /** The dates asked for; {@code null} where there is no bound. */
    record Dates(@Nullable LocalDate first, @Nullable LocalDate last) {}

    final Dates dates() {
        LocalDate first = date("--from", from);
        LocalDate last = date("--to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw wrong("--to " + last + " is before --from " + first);
        }
        return new Dates(first, last);
    }

    final Timeframe timeframe() {
        try {
            return Timeframe.parse(timeframe);
        } catch (IllegalArgumentException e) {
            throw wrong("--timeframe: " + e.getMessage());
        }
    }

    private @Nullable LocalDate date(String option, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(option + ": '" + text + "' is no date such as 2020-12-31");
        }
    }

    /** A symbol as it was written, in upper case. */
    final String symbol(String option, String name) {
        if (!isSymbol(name)) {
            throw wrong(option + ": '" + name + "' is no symbol: 1 to 10 of A-Z, 0-9 and . - ^ =");
        }
        return name.toUpperCase(Locale.ROOT);
    }

    static boolean isSymbol(String name) {
        return SYMBOL.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** The name of a file up to the first dot, dash or underscore. */
    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().split("[._-]", 2)[0];
    }

    final ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
