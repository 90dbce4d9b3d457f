package io.fluxhero.launcher.report;

import io.fluxhero.engine.performance.BenchmarkComparison;
import io.fluxhero.engine.performance.CalendarReturns;
import io.fluxhero.engine.performance.DrawdownEpisode;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.engine.performance.ReturnDistribution;
import io.fluxhero.engine.performance.TradeGroup;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.Criterion;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.Times;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.SortedMap;

/** The tables of a report. */
final class Tables {

    private static final double DEEPEST_HUE_PCT = 8;
    private static final double FLAT_PCT = 0.005;

    private final BacktestRun run;
    private final PerformanceReport report;

    Tables(BacktestRun run, PerformanceReport report) {
        this.run = run;
        this.report = report;
    }

    String verdict() {
        Html table = new Html()
                .raw("<table class=\"wide\"><thead><tr><th>Criterion</th><td>Measured</td><td>Must be above</td>"
                        + "<td>Ideal</td><td>Verdict</td></tr></thead><tbody>");
        for (Criterion criterion : Criterion.of(run.metrics())) {
            String unit = Double.isNaN(criterion.value()) ? "" : criterion.unit();
            table.raw("<tr>").element("th", criterion.name());
            table.element("td", Figure.of(criterion.value(), 2) + unit);
            table.element("td", Figure.of(criterion.threshold(), 2) + criterion.unit());
            table.element("td", Figure.of(criterion.ideal(), 2) + criterion.unit());
            table.element(
                    criterion.met() ? "td class=\"up\"" : "td class=\"down\"", criterion.met() ? "✓ met" : "✗ not met");
            table.raw("</tr>");
        }
        return table.raw("</tbody></table>").toString();
    }

    String months() {
        Html table = new Html().raw("<table class=\"wide months\"><thead><tr><th>Year</th>");
        for (Month month : Month.values()) {
            table.element("td", month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        }
        table.raw("<td>Year</td></tr></thead><tbody>");
        for (CalendarReturns.Year year : report.calendar().years()) {
            table.raw("<tr>").element("th", Integer.toString(year.year()));
            for (double percent : year.monthPct()) {
                month(table, percent);
            }
            table.element(tone("td", year.yearPct()), number(year.yearPct())).raw("</tr>");
        }
        return table.raw("</tbody></table>").toString();
    }

    private static void month(Html table, double percent) {
        if (Double.isNaN(percent)) {
            table.raw("<td></td>");
            return;
        }
        if (Math.abs(percent) < FLAT_PCT) {
            table.element("td class=\"mute\"", "0.00");
            return;
        }
        double strength = Math.min(1, Math.abs(percent) / DEEPEST_HUE_PCT) * 0.6;
        String hue = percent >= 0 ? "46,189,133" : "246,70,93";
        table.element(
                String.format(Locale.ROOT, "td style=\"background:rgba(%s,%.2f)\"", hue, strength), number(percent));
    }

    private static String number(double percent) {
        return Math.abs(percent) < FLAT_PCT ? "0.00" : Figure.signed(percent, 2);
    }

    String drawdowns() {
        Html table = new Html()
                .raw("<table class=\"wide\"><thead><tr><th>Deepest falls</th><td>From</td><td>Lowest</td>"
                        + "<td>Back at the peak</td><td>Bars under water</td></tr></thead><tbody>");
        long[] times = run.result().times();
        for (DrawdownEpisode fall : report.worstDrawdowns()) {
            int end = fall.hasRecovered() ? fall.recovery() : times.length - 1;
            table.raw("<tr>").element("th class=\"down\"", Figure.percent(fall.percent()));
            table.element("td", Times.date(times[fall.peak()]).toString());
            table.element("td", Times.date(times[fall.trough()]).toString());
            table.element(
                    "td",
                    fall.hasRecovered() ? Times.date(times[fall.recovery()]).toString() : "not yet");
            table.element("td", Figure.of(end - fall.peak(), 0)).raw("</tr>");
        }
        return table.raw("</tbody></table>").toString();
    }

    String groups(String title, SortedMap<String, TradeGroup> groups) {
        Html table = new Html().raw("<table class=\"wide\"><thead><tr>").element("th", title);
        table.raw("<td>Trades</td><td>Won</td><td>P&amp;L</td><td>Mean R</td><td>Mean bars</td></tr></thead><tbody>");
        groups.forEach((name, group) -> {
            table.raw("<tr>").element("th", words(name));
            table.element("td", Integer.toString(group.statistics().trades()));
            table.element("td", Figure.of(group.statistics().winRate() * 100, 0) + " %");
            table.element(tone("td", group.pnl()), Figure.signed(group.pnl(), 2));
            table.element("td", Figure.signed(group.averageR(), 2));
            table.element("td", Figure.of(group.averageHoldingBars(), 1)).raw("</tr>");
        });
        return table.raw("</tbody></table>").toString();
    }

    String trading() {
        Metrics metrics = run.metrics();
        Html table = new Html().raw("<table><tbody>");
        table.row("Trades, won, lost", metrics.trades() + ", " + metrics.wins() + ", " + metrics.losses());
        table.row("Average win, loss", Figure.of(metrics.averageWin(), 2) + ", " + Figure.of(metrics.averageLoss(), 2));
        table.row("Profit factor", Figure.of(metrics.profitFactor(), 2));
        table.row("Expectancy of a trade", Figure.signed(report.edge().expectancy(), 2));
        table.row("Mean R multiple", Figure.signed(report.edge().averageR(), 2));
        table.row("System quality (SQN)", Figure.of(report.edge().systemQuality(), 2));
        table.row("Kelly fraction", Figure.of(report.edge().kelly(), 2));
        table.row(
                "Best, worst trade",
                Figure.signed(report.edge().bestTrade(), 2) + ", "
                        + Figure.signed(report.edge().worstTrade(), 2));
        table.row(
                "Longest run of wins, losses",
                report.edge().longestWinStreak() + ", " + report.edge().longestLossStreak());
        table.row("Mean holding", Figure.of(metrics.averageHoldingBars(), 1) + " bars");
        table.row("In the market", Figure.of(metrics.exposureRatio() * 100, 1) + " % of bars");
        table.row("Turnover", Figure.of(report.turnover(), 2) + " × equity a year");
        return table.raw("</tbody></table>").toString();
    }

    String risk() {
        ReturnDistribution returns = report.returns();
        Html table = new Html().raw("<table><tbody>");
        table.row(
                "Sortino, Calmar",
                Figure.of(run.metrics().sortino(), 2) + ", "
                        + Figure.of(run.metrics().calmar(), 2));
        table.row(
                "Volatility a year",
                Figure.percent(returns.annualVolatility() * 100).replace("+", ""));
        table.row(
                "VaR, CVaR 95 % a bar",
                Figure.percent(returns.valueAtRisk95() * 100) + ", "
                        + Figure.percent(returns.conditionalValueAtRisk95() * 100));
        table.row(
                "Skewness, excess kurtosis",
                Figure.of(returns.skewness(), 2) + ", " + Figure.of(returns.excessKurtosis(), 2));
        table.row("Tail ratio, Omega", Figure.of(returns.tailRatio(), 2) + ", " + Figure.of(returns.omega(), 2));
        table.row(
                "Best, worst bar", Figure.percent(returns.best() * 100) + ", " + Figure.percent(returns.worst() * 100));
        table.row("Ulcer index", Figure.of(report.ulcerIndex(), 2));
        table.row("Recovery factor", Figure.of(report.recoveryFactor(), 2));
        report.benchmark().ifPresent(hold -> benchmark(table, hold));
        return table.raw("</tbody></table>").toString();
    }

    private static void benchmark(Html table, BenchmarkComparison hold) {
        table.row("Alpha a year, beta", Figure.percent(hold.alpha() * 100) + ", " + Figure.of(hold.beta(), 3));
        table.row("R² with buy and hold", Figure.of(hold.rSquared(), 3));
        table.row("Information ratio", Figure.of(hold.informationRatio(), 2));
    }

    String costs() {
        Metrics metrics = run.metrics();
        double costs = metrics.totalCommission() + metrics.totalSlippage();
        double years = metrics.trades() == 0
                ? Double.NaN
                : run.result().equity().length / run.config().timeframe().periodsPerYear();
        Html table = new Html().raw("<table><tbody>");
        table.row("Commission", Figure.of(metrics.totalCommission(), 2));
        table.row("Slippage", Figure.of(metrics.totalSlippage(), 2));
        table.row("Together", Figure.of(costs, 2));
        table.row("A trade", Figure.of(metrics.trades() == 0 ? Double.NaN : costs / metrics.trades(), 2));
        table.row("A year, of the initial capital", Figure.of(costs / years / metrics.initialEquity() * 100, 3) + " %");
        table.row("Result without costs", Figure.signed(metrics.finalEquity() - metrics.initialEquity() + costs, 2));
        return table.raw("</tbody></table>").toString();
    }

    static String words(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String tone(String tag, double value) {
        return value > 0 ? tag + " class=\"up\"" : value < 0 ? tag + " class=\"down\"" : tag;
    }
}
