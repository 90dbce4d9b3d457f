package io.fluxhero.launcher.shell;

import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.validation.Objective;
import io.fluxhero.engine.validation.SweepResult;
import io.fluxhero.engine.validation.SweepRow;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.RunDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every combination of some values of some settings. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a backtest for every combination of values, ranks them, and says how likely the best is luck.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed",
            "2:an option is wrong",
            "3:the data or a setting is refused",
            "130:Ctrl+C; the runs that were finished are shown and written"
        })
public final class SweepCommand extends ResearchCommand {

    private static final String HEADER =
            "score,total_return_pct,sharpe,sortino,max_drawdown_pct,trades,win_rate,profit_factor,config_hash\n";

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "KEY=V,V,...",
            description = "A setting and the values to try; repeat for more settings.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--objective",
            defaultValue = "SHARPE",
            paramLabel = "FIGURE",
            description = "What to rank by: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Objective objective = Objective.SHARPE;

    @Option(
            names = "--fewest-trades",
            defaultValue = "1",
            paramLabel = "N",
            description = "Runs with fewer trades are not ranked. Default: ${DEFAULT-VALUE}.")
    private int fewestTrades = 1;

    @Option(
            names = "--top",
            defaultValue = "10",
            paramLabel = "N",
            description = "Rows to show. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Mixin
    private final WorkOption work = new WorkOption();

    @Override
    public Integer call() throws IOException {
        Trials trials = new Trials(plan(bars()), varied);
        try (ProgressLine progress = new ProgressLine("sweep", err())) {
            SweepResult result = trials.sweep(work.workers(), progress);
            work.deliver(this, () -> document(result), folder -> write(result, folder), () -> print(result, out()));
            return result.isComplete() ? 0 : Shell.INTERRUPTED;
        }
    }

    private List<Path> write(SweepResult result, Path folder) throws IOException {
        Path file = folder.resolve("sweep.csv");
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            boolean first = true;
            for (SweepRow row : result.rows()) {
                if (first) {
                    csv.print("candidate,");
                    row.candidate().parameters().keySet().forEach(key -> csv.print(key + ","));
                    csv.print(HEADER);
                    first = false;
                }
                csv.print(line(row));
            }
        }
        return List.of(file);
    }

    private String line(SweepRow row) {
        Metrics metrics = row.metrics();
        StringBuilder line = new StringBuilder().append(row.candidate().index());
        row.candidate().parameters().values().forEach(value -> line.append(',').append(value));
        for (double figure : new double[] {
            objective.of(metrics, fewestTrades), metrics.totalReturnPct(), metrics.sharpe(), metrics.sortino(),
            metrics.maxDrawdownPct(), metrics.trades(), metrics.winRate(), metrics.profitFactor()
        }) {
            line.append(',').append(Double.isNaN(figure) ? "" : Double.toString(figure));
        }
        return line.append(',').append(row.configHash()).append('\n').toString();
    }

    private void print(SweepResult result, PrintWriter out) {
        List<SweepRow> ranking = result.ranking(objective, fewestTrades);
        out.printf(
                "%,d of %,d combinations done, %,d ranked by %s%n%n",
                result.rows().size(),
                result.candidates(),
                ranking.size(),
                objective.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        out.printf(
                "%10s %10s %10s %7s %9s   %s%n", "score", "return %", "drawdown %", "trades", "win rate", "settings");
        for (SweepRow row : ranking.subList(0, Math.min(top, ranking.size()))) {
            Metrics metrics = row.metrics();
            out.printf(
                    "%10s %10s %10s %7d %9s   %s%n",
                    Figure.of(objective.of(metrics, fewestTrades), 3),
                    Figure.signed(metrics.totalReturnPct(), 2),
                    Figure.of(metrics.maxDrawdownPct(), 2),
                    metrics.trades(),
                    Figure.of(metrics.winRate(), 2),
                    row.candidate().parameters());
        }
        result.verdict(objective, fewestTrades).ifPresent(verdict -> Overfit.print(verdict, out));
    }

    private Map<String, @Nullable Object> document(SweepResult result) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("version", RunDocument.VERSION);
        document.put("objective", objective);
        document.put("candidates", result.candidates());
        document.put("complete", result.isComplete());
        document.put(
                "overfit",
                result.verdict(objective, fewestTrades).map(Overfit::fields).orElse(null));
        List<Object> rows = new ArrayList<>();
        for (SweepRow row : result.rows()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("candidate", row.candidate().index());
            fields.put("settings", row.candidate().parameters());
            fields.put("score", objective.of(row.metrics(), fewestTrades));
            fields.put("total_return_pct", row.metrics().totalReturnPct());
            fields.put("sharpe_ratio", row.metrics().sharpe());
            fields.put("max_drawdown_pct", Math.abs(row.metrics().maxDrawdownPct()));
            fields.put("num_trades", row.metrics().trades());
            fields.put("win_rate", row.metrics().winRate());
            fields.put("config_hash", row.configHash());
            rows.add(fields);
        }
        document.put("rows", rows);
        return document;
    }
}
