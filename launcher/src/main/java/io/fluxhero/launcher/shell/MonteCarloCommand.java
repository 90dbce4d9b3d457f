package io.fluxhero.launcher.shell;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.validation.MonteCarlo;
import io.fluxhero.engine.validation.MonteCarloPlan;
import io.fluxhero.engine.validation.MonteCarloPlan.Resampling;
import io.fluxhero.engine.validation.MonteCarloResult;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.RunDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Other ways in which the same backtest could have gone. */
@Command(
        name = "monte-carlo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a backtest and draws its returns or trades again, many times, to show how it could have gone.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed",
            "2:an option is wrong",
            "3:the data or a setting is refused, or there was nothing to draw from",
            "130:Ctrl+C; the paths that were finished are summed up"
        })
public final class MonteCarloCommand extends ResearchCommand {

    private static final double PERCENT = 100;

    @Option(
            names = "--draw",
            defaultValue = "RETURNS",
            paramLabel = "WHAT",
            description =
                    "${COMPLETION-CANDIDATES}: single returns, runs of returns, all trades in another order, or single trades."
                            + " Default: ${DEFAULT-VALUE}.")
    private Resampling draw = Resampling.RETURNS;

    @Option(
            names = "--paths",
            defaultValue = "10000",
            paramLabel = "N",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int paths = 10_000;

    @Option(
            names = "--periods",
            defaultValue = "252",
            paramLabel = "N",
            description = "Length of a path in returns or trades. Default: ${DEFAULT-VALUE}.")
    private int periods = 252;

    @Option(
            names = "--block",
            defaultValue = "20",
            paramLabel = "N",
            description = "Returns that stay together in RETURN_BLOCKS. Default: ${DEFAULT-VALUE}.")
    private int block = 20;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "The same seed gives the same paths. Default: ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(
            names = "--goal",
            defaultValue = "2",
            paramLabel = "RATIO",
            description = "Equity over its start that is hoped for. Default: ${DEFAULT-VALUE}.")
    private double goal = 2;

    @Option(
            names = "--bust",
            defaultValue = "0.5",
            paramLabel = "RATIO",
            description = "Equity over its start at which all is over. Default: ${DEFAULT-VALUE}.")
    private double bust = 0.5;

    @Mixin
    private final WorkOption work = new WorkOption();

    @Override
    public Integer call() throws IOException {
        BacktestRun run = plan(bars()).run();
        MonteCarlo simulation = simulation(run);
        try (ProgressLine progress = new ProgressLine("monte-carlo", err())) {
            MonteCarloResult result = simulation.run(work.workers(), progress);
            work.deliver(this, () -> document(run, result), folder -> List.of(), () -> print(run, result, out()));
            return result.paths() == result.requested() ? 0 : Shell.INTERRUPTED;
        }
    }

    private MonteCarlo simulation(BacktestRun run) {
        boolean trades = draw == Resampling.TRADES || draw == Resampling.TRADE_SHUFFLE;
        double[] source = trades
                ? run.result().trades().stream()
                        .mapToDouble(trade -> Micros.toDouble(trade.pnlMicros()))
                        .toArray()
                : EquityCurve.returns(run.result().equity());
        try {
            MonteCarloPlan plan = new MonteCarloPlan(
                    draw, paths, periods, block, seed, run.metrics().initialEquity(), goal, bust);
            return new MonteCarlo(plan, source);
        } catch (IllegalArgumentException e) {
            throw new ShellFailure(
                    source.length == 0
                            ? "the backtest made no " + (trades ? "trades" : "returns")
                                    + ": there is nothing to draw from"
                            : String.valueOf(e.getMessage()));
        }
    }

    private void print(BacktestRun run, MonteCarloResult result, PrintWriter out) {
        out.printf(
                "%s %s, %,d of %,d paths of %s, seed %d%n%n",
                run.bars().symbol(),
                run.bars().timeframe().code(),
                result.paths(),
                result.requested(),
                draw.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                seed);
        row(out, "Start", Figure.of(run.metrics().initialEquity(), 2));
        row(out, "Mean, median end", Figure.of(result.mean(), 2) + ", " + Figure.of(result.median(), 2));
        row(
                out,
                "5, 25, 75, 95 %",
                Figure.of(result.p5(), 0) + ", " + Figure.of(result.p25(), 0) + ", " + Figure.of(result.p75(), 0) + ", "
                        + Figure.of(result.p95(), 0));
        row(
                out,
                "Drawdown",
                Figure.of(result.medianDrawdownPct(), 2) + " % in the middle, "
                        + Figure.of(result.worstDrawdownPct(), 2) + " % or worse once in twenty");
        row(
                out,
                "Ends with a gain",
                share(result.profitProbability()) + ", doubled " + share(result.doubleProbability()));
        row(
                out,
                "Loses 10, 20, 50 %",
                share(result.loss10Probability()) + ", " + share(result.loss20Probability()) + ", "
                        + share(result.loss50Probability()));
        row(out, "Goal, bust first", share(result.goalProbability()) + ", " + share(result.bustProbability()));
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf("%-18s %s%n", name, value);
    }

    private static String share(double probability) {
        return Figure.of(probability * PERCENT, 1) + " %";
    }

    private Map<String, Object> document(BacktestRun run, MonteCarloResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", run.bars().symbol());
        document.put("draw", draw);
        document.put("paths", result.paths());
        document.put("requested", result.requested());
        document.put("seed", seed);
        document.put("initial_capital", run.metrics().initialEquity());
        document.put("mean", result.mean());
        document.put("median", result.median());
        document.put("std", result.deviation());
        document.put("p5", result.p5());
        document.put("p25", result.p25());
        document.put("p75", result.p75());
        document.put("p95", result.p95());
        document.put("max_drawdown_median_pct", Math.abs(result.medianDrawdownPct()));
        document.put("max_drawdown_p95_pct", Math.abs(result.worstDrawdownPct()));
        document.put("probability_profit", result.profitProbability());
        document.put("probability_double", result.doubleProbability());
        document.put("probability_loss_10", result.loss10Probability());
        document.put("probability_loss_20", result.loss20Probability());
        document.put("probability_loss_50", result.loss50Probability());
        document.put("probability_goal", result.goalProbability());
        document.put("probability_bust", result.bustProbability());
        document.put("config_hash", run.result().configHash());
        document.put("data_hash", run.bars().dataHash());
        document.put("version", RunDocument.VERSION);
        return document;
    }
}
