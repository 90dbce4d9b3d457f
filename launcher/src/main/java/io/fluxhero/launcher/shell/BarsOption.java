package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.launcher.run.LoadedBars;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Which bars a command is about. */
final class BarsOption {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-^=]{1,10}");

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description =
                    "Bars with a header that names date or timestamp, open, high, low, close and volume; also gzip and Parquet.")
    private Path csv = Path.of("");

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description =
                    "Name of what the file holds. Default: the file's name up to the first dot, dash or underscore.")
    private @Nullable String symbol;

    @Option(
            names = "--timeframe",
            defaultValue = "1d",
            paramLabel = "T",
            description = "Length of a bar: 1m, 5m, 15m, 30m, 1h, 2h, 4h, 1d, 1wk. Default: ${DEFAULT-VALUE}.")
    private String timeframe = "1d";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Trade from this exchange date on; bars before it in the file warm up.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last exchange date that is used.")
    private @Nullable String to;

    @Option(
            names = "--adjustments",
            paramLabel = "FILE",
            description = "Splits and dividends of unadjusted bars: yyyyMMdd,price factor,split factor,close a line.")
    private @Nullable Path adjustments;

    LoadedBars load(PrintWriter err) throws IOException {
        LocalDate first = date("--from", from);
        LocalDate last = date("--to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw wrong("--to " + last + " is before --from " + first);
        }
        return new BarFile(csv, symbol(), timeframe(), adjustments).load(first, last, err);
    }

    Timeframe timeframe() {
        try {
            return Timeframe.parse(timeframe);
        } catch (IllegalArgumentException e) {
            throw wrong("--timeframe: " + e.getMessage());
        }
    }

    private String symbol() {
        String name = symbol;
        if (name == null) {
            Path file = csv.getFileName();
            name = file == null ? "" : file.toString().split("[._-]", 2)[0];
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (!SYMBOL.matcher(upper).matches()) {
            throw wrong("--symbol: '" + name + "' is no symbol: 1 to 10 of A-Z, 0-9 and . - ^ =");
        }
        return upper;
    }

    private @Nullable LocalDate date(String option, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(option + ": '" + text + "' is no date such as 2020-12-31");
        }
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
