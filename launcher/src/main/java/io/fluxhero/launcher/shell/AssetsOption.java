package io.fluxhero.launcher.shell;

import io.fluxhero.launcher.run.LoadedBars;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Several instruments, a file of bars each. */
final class AssetsOption extends RangeOption {

    private static final int FEWEST = 2;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "[SYMBOL=]FILE",
            order = -4,
            description = "Bars of one instrument, as for backtest; repeat for each. Without a symbol: the file's name"
                    + " up to the first dot, dash or underscore.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--adjustments",
            paramLabel = "[SYMBOL=]FILE",
            order = -2,
            description = "Splits and dividends of the unadjusted bars of one instrument; may be repeated.")
    private List<String> adjustments = new ArrayList<>();

    /** The bars of each, by symbol. */
    SortedMap<String, LoadedBars> load(PrintWriter err) throws IOException {
        SortedMap<String, Path> bars = bySymbol("--csv", files);
        SortedMap<String, Path> factors = bySymbol("--adjustments", adjustments);
        factors.keySet().stream()
                .filter(symbol -> !bars.containsKey(symbol))
                .findFirst()
                .ifPresent(symbol -> {
                    throw wrong("--adjustments: " + symbol + " is none of " + String.join(", ", bars.keySet()));
                });
        if (bars.size() < FEWEST) {
            throw wrong("--csv: one instrument has no other to be compared with; give two or more");
        }
        Dates dates = dates();
        SortedMap<String, LoadedBars> loaded = new TreeMap<>();
        for (Map.Entry<String, Path> asset : bars.entrySet()) {
            BarFile file = new BarFile(asset.getValue(), asset.getKey(), timeframe(), factors.get(asset.getKey()));
            loaded.put(asset.getKey(), file.load(dates.first(), dates.last(), err));
        }
        return loaded;
    }

    private SortedMap<String, Path> bySymbol(String option, List<String> texts) {
        SortedMap<String, Path> found = new TreeMap<>();
        for (String text : texts) {
            int end = text.lastIndexOf('=');
            boolean isNamed = end > 0 && isSymbol(text.substring(0, end));
            Path file = Path.of(isNamed ? text.substring(end + 1) : text);
            String symbol = symbol(option, isNamed ? text.substring(0, end) : nameOf(file));
            if (found.put(symbol, file) != null) {
                throw wrong(option + ": " + symbol + " is given twice; write SYMBOL=FILE");
            }
        }
        return found;
    }
}
