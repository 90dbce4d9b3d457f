package io.fluxhero.launcher.run;

import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.performance.Metrics;
import java.io.PrintWriter;
import java.util.Locale;

/** What a backtest says on a screen of 80 columns. */
public final class Summary {

    private final BacktestRun run;
    private final PrintWriter out;

    public Summary(BacktestRun run, PrintWriter out) {
        this.run = run;
        this.out = out;
    }

    /** Prints it. */
    public void print() {
        Metrics metrics = run.metrics();
        BacktestResult result = run.result();
        LoadedBars bars = run.bars();
        line(
                "%s %s, %s of %s bars traded, %s to %s, %s",
                bars.symbol(),
                bars.timeframe().code(),
                Figure.of(result.times().length, 0),
                Figure.of(bars.series().size(), 0),
                time(0),
                time(result.times().length - 1),
                run.strategy());
        line("");
        money(metrics);
        trading(metrics);
        row(
                "Open at the end",
                result.openPositions().isEmpty()
                        ? "nothing"
                        : result.openPositions().size() + " position, marked at the last close");
        line("");
        verdict(metrics);
        line("");
        line("config %s", result.configHash());
    }

    private void money(Metrics metrics) {
        row("Equity", Figure.of(metrics.initialEquity(), 2) + " -> " + Figure.of(metrics.finalEquity(), 2));
        row(
                "Total return",
                Figure.percent(metrics.totalReturnPct()) + "   (" + Figure.percent(metrics.annualizedReturnPct())
                        + " a year)");
        row("Buy and hold", Figure.percent(run.buyAndHoldPct()));
        row("Sortino, Calmar", Figure.of(metrics.sortino(), 2) + ", " + Figure.of(metrics.calmar(), 2));
    }

    private void trading(Metrics metrics) {
        row(
                "Trades",
                "%d: %d won, %d lost; held %s bars on average; in the market %s %% of the time"
                        .formatted(
                                metrics.trades(),
                                metrics.wins(),
                                metrics.losses(),
                                Figure.of(metrics.averageHoldingBars(), 1),
                                Figure.of(metrics.exposureRatio() * 100, 1)));
        row(
                "Average win, loss",
                Figure.of(metrics.averageWin(), 2) + ", " + Figure.of(metrics.averageLoss(), 2) + "; profit factor "
                        + Figure.of(metrics.profitFactor(), 2));
        row(
                "Costs",
                "%s commission, %s slippage"
                        .formatted(Figure.of(metrics.totalCommission(), 2), Figure.of(metrics.totalSlippage(), 2)));
    }

    private void verdict(Metrics metrics) {
        for (Criterion criterion : Criterion.of(metrics)) {
            line(
                    "  %-4s  %-20s %12s   must be above %s%s",
                    criterion.met() ? "pass" : "FAIL",
                    criterion.name(),
                    Figure.of(criterion.value(), 2) + (Double.isNaN(criterion.value()) ? "" : criterion.unit()),
                    Figure.of(criterion.threshold(), 2),
                    criterion.unit());
        }
        line(
                "Verdict: %s",
                metrics.successCriteria().allMet()
                        ? "PASSED, all four criteria are met"
                        : "NOT PASSED" + (metrics.trades() == 0 ? ", there was no trade" : ""));
    }

    private String time(int index) {
        long[] times = run.result().times();
        return times.length == 0
                ? "nothing"
                : Times.text(times[index], run.bars().timeframe());
    }

    private void row(String name, String value) {
        line("%-18s %s", name, value);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
