package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cleaned bars in another form of file. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes bars as Parquet or CSV: checked, sorted, without repetitions and bad rows.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:it failed", "2:an option is wrong", "3:the data is refused"})
public final class ConvertCommand extends ShellCommand {

    static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @Mixin
    private final BarsOption bars = new BarsOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to: Parquet where the name ends in .parquet, else CSV.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        LoadedBars loaded = bars.load(err());
        CandleSeries series = loaded.series();
        int first = 0;
        while (series.openTime(first) < loaded.tradeFrom()) {
            first++;
        }
        int begin = first;
        TableFile.write(out, loaded.timeframe(), to -> rows(loaded, begin, to));
        err().println("wrote " + (series.size() - begin) + " bars to " + out);
        return 0;
    }

    private static void rows(LoadedBars bars, int first, PrintWriter to) {
        to.print(HEADER);
        for (int i = first; i < bars.series().size(); i++) {
            Candle candle = bars.series().candle(i);
            to.print(Times.text(candle.openTime(), bars.timeframe())
                    + ','
                    + candle.open()
                    + ','
                    + candle.high()
                    + ','
                    + candle.low()
                    + ','
                    + candle.close()
                    + ','
                    + candle.volume()
                    + '\n');
        }
    }
}
