package io.fluxhero.launcher.shell;

import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.validation.CrossAsset;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunDocument;
import io.fluxhero.launcher.run.RunPlan;
import io.fluxhero.launcher.run.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The same settings over several instruments. */
@Command(
        name = "cross-asset",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a backtest with the same settings over each of several instruments, each with capital of its"
                        + " own: what works on one alone was fitted to it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed",
            "2:an option is wrong",
            "3:the data or a setting is refused",
            "130:Ctrl+C; the instruments that were finished are shown and written"
        })
public final class CrossAssetCommand extends ShellCommand {

    private static final double PERCENT = 100;

    @Mixin
    private final AssetsOption assets = new AssetsOption();

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    @Mixin
    private final WorkOption work = new WorkOption();

    @Override
    public Integer call() throws IOException {
        TreeMap<String, RunPlan> plans = new TreeMap<>();
        for (LoadedBars bars : assets.load(err()).values()) {
            plans.put(bars.symbol(), settings.plan(bars));
        }
        try (ProgressLine progress = new ProgressLine("cross-asset", err())) {
            CrossAsset result = CrossAsset.run(
                    plans.navigableKeySet(), symbol -> plan(plans, symbol).run().metrics(), work.workers(), progress);
            work.deliver(
                    this,
                    () -> document(plans, result),
                    folder -> List.of(write(result, folder.resolve("assets.csv"))),
                    () -> print(plans, result, out()));
            return result.isComplete() ? 0 : Shell.INTERRUPTED;
        }
    }

    private static RunPlan plan(SortedMap<String, RunPlan> plans, String symbol) {
        return Objects.requireNonNull(plans.get(symbol), symbol);
    }

    private static void print(SortedMap<String, RunPlan> plans, CrossAsset result, PrintWriter out) {
        out.printf("%d of %d instruments done%n%n", result.assets().size(), result.symbols());
        out.printf(
                "%-10s  %-10s  %-10s  %10s  %8s  %10s  %7s  %9s%n",
                "symbol", "from", "to", "return %", "Sharpe", "drawdown %", "trades", "win rate");
        for (CrossAsset.Asset asset : result.assets()) {
            LoadedBars bars = plan(plans, asset.symbol()).bars();
            Metrics metrics = asset.metrics();
            out.printf(
                    "%-10s  %-10s  %-10s  %10s  %8s  %10s  %7d  %9s%n",
                    asset.symbol(),
                    Times.date(bars.tradeFrom()),
                    Times.date(lastTime(bars)),
                    Figure.signed(metrics.totalReturnPct(), 2),
                    Figure.of(metrics.sharpe(), 2),
                    Figure.of(metrics.maxDrawdownPct(), 2),
                    metrics.trades(),
                    Figure.of(metrics.winRate(), 2));
        }
        out.printf(
                "%nReturn       %s on average, %s at the worst%n",
                Figure.percent(result.meanReturnPct()), Figure.percent(result.lowestReturnPct()));
        out.printf(
                "Sharpe       %s on average, %s at the worst%n",
                Figure.of(result.meanSharpe(), 2), Figure.of(result.lowestSharpe(), 2));
        out.printf("Drawdown     %s at the deepest%n", Figure.percent(result.deepestDrawdownPct()));
        out.printf(
                "Consistency  %s %% of the instruments made money, %s %% have a Sharpe ratio above 0%n",
                Figure.of(result.profitableRatio() * PERCENT, 0), Figure.of(result.positiveSharpeRatio() * PERCENT, 0));
    }

    private static Map<String, @Nullable Object> document(SortedMap<String, RunPlan> plans, CrossAsset result) {
        RunPlan any = plan(plans, plans.firstKey());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("timeframe", any.bars().timeframe().code());
        document.put("strategy", any.strategy());
        document.put("symbols", result.symbols());
        document.put("complete", result.isComplete());
        document.put("mean_sharpe", result.meanSharpe());
        document.put("lowest_sharpe", result.lowestSharpe());
        document.put("mean_return_pct", result.meanReturnPct());
        document.put("lowest_return_pct", result.lowestReturnPct());
        document.put("max_drawdown_pct", Math.abs(result.deepestDrawdownPct()));
        document.put("profitable_ratio", result.profitableRatio());
        document.put("positive_sharpe_ratio", result.positiveSharpeRatio());
        document.put(
                "assets",
                result.assets().stream()
                        .map(asset -> fields(asset, plan(plans, asset.symbol()).bars()))
                        .toList());
        document.put("settings", any.settings());
        document.put("config_hash", any.config().hash());
        document.put("version", RunDocument.VERSION);
        return document;
    }

    private static Map<String, Object> fields(CrossAsset.Asset asset, LoadedBars bars) {
        Metrics metrics = asset.metrics();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("symbol", asset.symbol());
        fields.put("start_date", Times.date(bars.tradeFrom()));
        fields.put("end_date", Times.date(lastTime(bars)));
        fields.put("total_return_pct", metrics.totalReturnPct());
        fields.put("sharpe_ratio", metrics.sharpe());
        fields.put("max_drawdown_pct", Math.abs(metrics.maxDrawdownPct()));
        fields.put("win_rate", metrics.winRate());
        fields.put("num_trades", metrics.trades());
        fields.put("data_hash", bars.dataHash());
        return fields;
    }

    private static long lastTime(LoadedBars bars) {
        return bars.series().openTime(bars.series().size() - 1);
    }

    private static Path write(CrossAsset result, Path file) throws IOException {
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            csv.print("symbol,total_return_pct,sharpe,max_drawdown_pct,trades,win_rate\n");
            for (CrossAsset.Asset asset : result.assets()) {
                Metrics metrics = asset.metrics();
                csv.print(asset.symbol()
                        + ','
                        + cell(metrics.totalReturnPct())
                        + ','
                        + cell(metrics.sharpe())
                        + ','
                        + cell(metrics.maxDrawdownPct())
                        + ','
                        + metrics.trades()
                        + ','
                        + cell(metrics.winRate())
                        + '\n');
            }
        }
        return file;
    }

    private static String cell(double figure) {
        return Double.isNaN(figure) ? "" : Double.toString(figure);
    }
}
