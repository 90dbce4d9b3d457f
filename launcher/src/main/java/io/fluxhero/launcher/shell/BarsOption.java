package io.fluxhero.launcher.shell;

import io.fluxhero.launcher.run.LoadedBars;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which bars a command is about. */
final class BarsOption extends RangeOption {

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            order = -4,
            description =
                    "Bars with a header that names date or timestamp, open, high, low, close and volume; also gzip and Parquet.")
    private Path csv = Path.of("");

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            order = -4,
            description =
                    "Name of what the file holds. Default: the file's name up to the first dot, dash or underscore.")
    private @Nullable String symbol;

    @Option(
            names = "--adjustments",
            paramLabel = "FILE",
            order = -2,
            description = "Splits and dividends of unadjusted bars: yyyyMMdd,price factor,split factor,close a line.")
    private @Nullable Path adjustments;

    LoadedBars load(PrintWriter err) throws IOException {
        Dates dates = dates();
        String name = symbol("--symbol", symbol == null ? nameOf(csv) : symbol);
        return new BarFile(csv, name, timeframe(), adjustments).load(dates.first(), dates.last(), err);
    }
}
