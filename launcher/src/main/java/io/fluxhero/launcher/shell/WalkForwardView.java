package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.validation.ParameterSpread;
import io.fluxhero.engine.validation.WalkForwardResult;
import io.fluxhero.engine.validation.WindowResult;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunDocument;
import io.fluxhero.launcher.run.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A walk-forward as text, as one document with the fields of the API, and as files. */
final class WalkForwardView {

    private final LoadedBars bars;
    private final WalkForwardResult result;

    WalkForwardView(LoadedBars bars, WalkForwardResult result) {
        this.bars = bars;
        this.result = result;
    }

    void print(PrintWriter out) {
        out.printf(
                "%s %s, %d of %d windows, %s%n%n",
                bars.symbol(), bars.timeframe().code(), result.windows().size(), result.plannedWindows(), learning());
        out.printf(
                "%4s  %-10s  %-10s  %10s  %10s  %6s  %s%n",
                "#", "test from", "to", "return %", "drawdown %", "trades", "settings");
        for (WindowResult window : result.windows()) {
            out.printf(
                    "%4d  %-10s  %-10s  %10s  %10s  %6d  %s%n",
                    window.window().index(),
                    date(window.testStart()),
                    date(window.testEnd()),
                    Figure.signed(window.metrics().totalReturnPct(), 2),
                    Figure.of(window.metrics().maxDrawdownPct(), 2),
                    window.trades().size(),
                    window.chosen().parameters().isEmpty()
                            ? ""
                            : window.chosen().parameters());
        }
        out.println();
        printSummary(out);
        Overfit.print(result.verdict(), out);
    }

    private void printSummary(PrintWriter out) {
        out.printf(
                "Out of sample   %s, drawdown %s, Sharpe %s%n",
                Figure.percent(result.stitched().totalReturnPct()),
                Figure.percent(result.stitched().maxDrawdownPct()),
                Figure.of(result.sharpe(), 2));
        out.printf(
                "Made money in   %d of %d windows (%s %%), %d without a trade%n",
                result.profitableWindows(),
                result.windows().size(),
                Figure.of(result.passRate() * 100, 1),
                result.noTradeWindows());
        out.printf("Efficiency      %s of the growth in sample%n", Figure.of(result.efficiency(), 2));
        if (result.candidates() > 1) {
            out.printf("Stability       %s%n", stability());
        }
        out.printf(
                "Verdict: %s, more than %s %% of the windows must make money%n",
                result.passes() ? "PASSED" : "NOT PASSED",
                Figure.of(result.plan().passThreshold() * 100, 0));
    }

    /** How often learning came to the same choice again, and how far the values lie apart. */
    private String stability() {
        StringJoiner words = new StringJoiner("; ");
        words.add("the choice stayed in " + Figure.of(result.spread().unchangedRatio() * 100, 0) + " % of the steps");
        result.spread()
                .byKey()
                .forEach((key, choice) -> words.add(key + " " + choice.distinct() + " of its values"
                        + (Double.isNaN(choice.mean())
                                ? ""
                                : ", " + Figure.of(choice.mean(), 2) + " ± " + Figure.of(choice.deviation(), 2))));
        return words.toString();
    }

    private String learning() {
        return result.candidates() == 1
                ? "no optimisation"
                : result.candidates() + " candidates, the best by "
                        + result.plan().objective() + " of training is tested";
    }

    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        long[] times = result.testedTimes();
        document.put("symbol", bars.symbol());
        document.put("timeframe", bars.timeframe().code());
        document.put(
                "start_date",
                times.length == 0 ? null : date(result.windows().getFirst().trainStart()));
        document.put("end_date", times.length == 0 ? null : date(times[times.length - 1]));
        document.put("initial_capital", result.initialEquity());
        document.put("final_capital", result.stitched().finalEquity());
        document.put("total_return_pct", result.stitched().totalReturnPct());
        document.put("total_windows", result.windows().size());
        document.put("planned_windows", result.plannedWindows());
        document.put("profitable_windows", result.profitableWindows());
        document.put("no_trade_windows", result.noTradeWindows());
        document.put("pass_rate", result.passRate());
        document.put("passes_walk_forward_test", result.passes());
        document.put("pass_threshold", result.plan().passThreshold());
        document.put("aggregate_sharpe", result.sharpe());
        document.put("aggregate_max_drawdown_pct", Math.abs(result.stitched().maxDrawdownPct()));
        document.put("aggregate_win_rate", result.winRate());
        document.put("total_trades", result.trades().size());
        document.putAll(learned());
        document.put("train_bars", result.plan().windows().trainBars());
        document.put("test_bars", result.plan().windows().testBars());
        document.put("data_hash", bars.dataHash());
        document.put("version", RunDocument.VERSION);
        document.put(
                "window_results",
                result.windows().stream().map(WalkForwardView::window).toList());
        document.put(
                "timestamps",
                Arrays.stream(times).mapToObj(Instant::ofEpochMilli).toList());
        document.put("combined_equity_curve", result.stitched().equity());
        return document;
    }

    /** What learning gave, and how much of it may be luck. */
    private Map<String, @Nullable Object> learned() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("efficiency", result.efficiency());
        fields.put("unchanged_ratio", result.spread().unchangedRatio());
        fields.put("parameter_stability", spread(result.spread()));
        fields.put("candidates", result.candidates());
        fields.put("optimised", result.candidates() > 1);
        fields.put("overfit", Overfit.fields(result.verdict()));
        return fields;
    }

    private static Map<String, Object> spread(ParameterSpread spread) {
        Map<String, Object> choices = new LinkedHashMap<>();
        spread.byKey().forEach((key, choice) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("values", choice.values());
            fields.put("distinct", choice.distinct());
            fields.put("mean", choice.mean());
            fields.put("deviation", choice.deviation());
            choices.put(key, fields);
        });
        return choices;
    }

    private static Map<String, @Nullable Object> window(WindowResult window) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("window_id", window.window().index());
        fields.put("train_start_date", date(window.trainStart()));
        fields.put("train_end_date", date(window.trainEnd()));
        fields.put("test_start_date", date(window.testStart()));
        fields.put("test_end_date", date(window.testEnd()));
        fields.put("initial_equity", window.metrics().initialEquity());
        fields.put("final_equity", window.metrics().finalEquity());
        fields.put("return_pct", window.metrics().totalReturnPct());
        fields.put("sharpe_ratio", window.metrics().sharpe());
        fields.put("max_drawdown_pct", Math.abs(window.metrics().maxDrawdownPct()));
        fields.put("win_rate", window.metrics().winRate());
        fields.put("num_trades", window.trades().size());
        fields.put("is_profitable", window.isProfitable());
        fields.put("settings", window.chosen().parameters());
        fields.put("optimised", window.wasOptimised());
        fields.put("in_sample_score", window.inSampleScore());
        return fields;
    }

    List<Path> write(Path folder) throws IOException {
        return List.of(windows(folder.resolve("windows.csv")), equity(folder.resolve("equity.csv")));
    }

    private Path windows(Path file) throws IOException {
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            csv.print(
                    "window,train_start,train_end,test_start,test_end,return_pct,max_drawdown_pct,trades,profitable,settings\n");
            for (WindowResult window : result.windows()) {
                csv.print(
                        window.window().index() + "," + date(window.trainStart()) + "," + date(window.trainEnd()) + ","
                                + date(window.testStart()) + "," + date(window.testEnd()) + ","
                                + window.metrics().totalReturnPct()
                                + "," + window.metrics().maxDrawdownPct() + ","
                                + window.trades().size() + ","
                                + window.isProfitable() + ",\""
                                + window.chosen().parameters().toString().replace("\"", "\"\"") + "\"\n");
            }
        }
        return file;
    }

    private Path equity(Path file) throws IOException {
        Timeframe timeframe = bars.timeframe();
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            csv.print("timestamp,equity,window\n");
            for (WindowResult window : result.windows()) {
                for (int i = 0; i < window.times().length; i++) {
                    csv.print(Times.text(window.times()[i], timeframe) + "," + window.equity()[i] + ","
                            + window.window().index() + "\n");
                }
            }
        }
        return file;
    }

    private static String date(long time) {
        return Times.date(time).toString();
    }
}
