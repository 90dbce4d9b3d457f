package io.fluxhero.launcher.report;

import io.fluxhero.engine.csv.CsvFindings;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunDocument;
import io.fluxhero.launcher.run.Times;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One self-contained page about a run: for a screen, or for paper in a form that a PDF writer understands. */
public final class ReportPage {

    private final BacktestRun run;
    private final PerformanceReport report;
    private final RunCharts charts;
    private final Tables tables;
    private final String style;
    private final Html page = new Html();

    private ReportPage(BacktestRun run, PerformanceReport report, Palette palette, String style) {
        this.run = run;
        this.report = report;
        this.style = style;
        charts = new RunCharts(run, report, palette);
        tables = new Tables(run, report);
    }

    /** For a browser, light or dark as the reader has it. */
    public static String forScreen(BacktestRun run) {
        return new ReportPage(run, Measures.of(run), Palette.screen(), "screen.css").markup();
    }

    /** For a PDF writer that knows CSS 2.1, and letters but no tick marks. */
    public static String forPaper(BacktestRun run) {
        return new ReportPage(run, Measures.of(run), Palette.paper(), "paper.css")
                .markup()
                .replace("✓ ", "")
                .replace("✗ ", "");
    }

    private String markup() {
        LoadedBars bars = run.bars();
        String title = bars.symbol() + " " + bars.timeframe().code() + " backtest";
        page.raw(
                "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta charset=\"utf-8\"/>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.element("title", title).raw("<style>").raw(css(style)).raw("</style></head><body><main>");
        header(bars);
        keyFigures(run.metrics());
        section("Verdict", tables.verdict());
        if (run.result().equity().length > 1) {
            pictures();
        }
        section("Trades", new TradeTable(run).markup());
        provenance(bars);
        page.raw(
                "<footer>Simulated. Past results say little about the future; nothing here is investment advice.</footer>");
        return page.raw("</main></body></html>\n").toString();
    }

    private void header(LoadedBars bars) {
        long[] times = run.result().times();
        boolean passed = run.metrics().successCriteria().allMet();
        page.raw("<header>")
                .element("h1", bars.symbol() + " · " + bars.timeframe().code());
        page.element("span class=\"pill " + (passed ? "up" : "down") + "\"", passed ? "✓ passed" : "✗ not passed");
        String span = times.length == 0
                ? "no bar was traded"
                : Times.text(times[0], bars.timeframe()) + " to "
                        + Times.text(times[times.length - 1], bars.timeframe()) + " · " + Figure.of(times.length, 0)
                        + " bars";
        page.element(
                "p",
                run.strategy() + ", "
                        + Tables.words(run.config().strategy().modes().name()) + " · " + span);
        page.raw("</header>");
    }

    private void keyFigures(Metrics metrics) {
        page.raw("<div class=\"cards\">");
        card("Final equity", Figure.of(metrics.finalEquity(), 2), "of " + Figure.of(metrics.initialEquity(), 2), 0);
        card(
                "Total return",
                Figure.percent(metrics.totalReturnPct()),
                Figure.percent(metrics.annualizedReturnPct()) + " a year",
                metrics.totalReturnPct());
        card("Buy and hold", Figure.percent(run.buyAndHoldPct()), "the same money in the symbol", run.buyAndHoldPct());
        card("Sharpe ratio", Figure.of(metrics.sharpe(), 2), "Sortino " + Figure.of(metrics.sortino(), 2), 0);
        card(
                "Max drawdown",
                Figure.percent(metrics.maxDrawdownPct()),
                Figure.of(metrics.maxDrawdownMoney(), 2),
                metrics.maxDrawdownPct());
        card(
                "Trades",
                Integer.toString(metrics.trades()),
                "win rate " + Figure.of(metrics.winRate() * 100, 1) + " %",
                0);
        card(
                "Profit factor",
                Figure.of(metrics.profitFactor(), 2),
                "win / loss " + Figure.of(metrics.winLossRatio(), 2),
                0);
        card("In the market", Figure.of(metrics.exposureRatio() * 100, 1) + " %", "of all bars", 0);
        page.raw("</div>");
    }

    private void card(String name, String value, String under, double tone) {
        page.raw("<div class=\"card\">").element("h3", name).element(Tables.tone("b", tone), value);
        page.element("small", under).raw("</div>");
    }

    private void section(String title, String content) {
        page.raw("<section>").element("h2", title).raw(content).raw("</section>");
    }

    private void pictures() {
        String legend = "<p class=\"legend\"><i class=\"ours\"></i> strategy, "
                + Figure.of(run.metrics().finalEquity(), 0) + "<i class=\"hold\"></i> buy and hold, "
                + Figure.of(run.buyAndHold()[run.buyAndHold().length - 1], 0) + "</p>";
        section("Equity", legend + charts.equity());
        section("Under water", charts.underwater() + tables.drawdowns());
        section("Months, percent", tables.months());
        page.raw("<div class=\"pair\">");
        section("Sharpe ratio of the last quarter, cut at ±10", charts.rollingSharpe());
        section("Returns of a bar", charts.distribution());
        page.raw("</div>");
        if (!run.result().trades().isEmpty()) {
            trading();
        }
        page.raw("<div class=\"pair\">");
        section("Risk", tables.risk());
        section("Costs", tables.costs());
        page.raw("</div>");
    }

    private void trading() {
        section(
                "Excursions: at worst to the right, at best upwards, in percent of the cost",
                "<p class=\"legend\"><i class=\"won\"></i> won<i class=\"lost\"></i> lost (hollow)</p>"
                        + charts.excursions());
        page.raw("<div class=\"pair\">");
        section("Trading", tables.trading());
        section(
                "Where it came from",
                tables.groups("Mode", report.byMode())
                        + tables.groups("Regime at entry", report.byRegime())
                        + tables.groups("Closed by", report.byExitReason()));
        page.raw("</div>");
    }

    private void provenance(LoadedBars bars) {
        CsvFindings findings = bars.findings();
        Html table = new Html().raw("<div class=\"pair\"><section><h2>Made from</h2><table><tbody>");
        table.row("File", String.valueOf(bars.file().getFileName()));
        table.row(
                "Bars",
                Figure.of(bars.series().size(), 0) + " of " + Figure.of(findings.rows(), 0) + " rows, "
                        + findings.badRowCount() + " bad");
        table.row("Data hash", bars.dataHash());
        table.row("Configuration hash", run.result().configHash());
        table.row("Adjustments", bars.adjustments().of(bars.symbol()).size() + " splits and dividends");
        table.row(
                "Signals denied by risk", Integer.toString(run.result().denied().size()));
        table.row("Version", RunDocument.VERSION);
        table.raw("</tbody></table></section><section><h2>Settings</h2><div class=\"scroll\"><table><tbody>");
        run.settings().forEach((name, value) -> table.row(name, value.toString()));
        page.raw(table.raw("</tbody></table></div></section></div>").toString());
    }

    private static String css(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
