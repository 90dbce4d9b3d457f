package io.fluxhero.launcher.report;

import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.DrawdownEpisode;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.performance.PerformanceReport;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.Times;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The pictures of a run. */
final class RunCharts {

    private static final int TALL = 320;
    private static final int LOW = 190;
    private static final int MIDDLE = 300;
    private static final int DATES = 6;
    private static final int BINS = 41;
    private static final int FEW_DATES = 3;
    /** A quarter almost without a trade has almost no deviation, and a ratio beyond all measure. */
    private static final double EXTREME = 10;

    private static final double WHOLE_MONEY = 1000;

    private final BacktestRun run;
    private final PerformanceReport report;
    private final Palette palette;

    RunCharts(BacktestRun run, PerformanceReport report, Palette palette) {
        this.run = run;
        this.report = report;
        this.palette = palette;
    }

    String equity() {
        double[] equity = run.result().equity();
        double[] hold = run.buyAndHold();
        Chart chart = new Chart(palette, TALL, "Equity against buy and hold");
        Scale x = chart.bars(equity.length);
        Scale y = chart.y(
                DoubleStream.concat(Arrays.stream(equity), Arrays.stream(hold)).toArray());
        chart.grid(y, RunCharts::money);
        dates(chart, x);
        return chart.curve(hold, x, y, palette.other(), 1.2)
                .curve(equity, x, y, palette.accent(), 1.8)
                .toString();
    }

    String underwater() {
        double[] ours = DrawdownEpisode.underwater(run.result().equity());
        double[] theirs = DrawdownEpisode.underwater(run.buyAndHold());
        Chart chart = new Chart(palette, LOW, "Percent below the highest equity so far");
        Scale x = chart.bars(ours.length);
        Scale y = chart.y(
                DoubleStream.concat(DoubleStream.of(0), DoubleStream.concat(Arrays.stream(ours), Arrays.stream(theirs)))
                        .toArray());
        chart.grid(y, RunCharts::percent);
        dates(chart, x);
        return chart.curve(theirs, x, y, palette.other(), 0.9)
                .area(ours, x, y, 0, palette.down())
                .curve(ours, x, y, palette.down(), 1.2)
                .toString();
    }

    String rollingSharpe() {
        double[] sharpe = Arrays.stream(report.rolling().sharpe())
                .map(value -> Math.clamp(value, -EXTREME, EXTREME))
                .toArray();
        Chart chart =
                new Chart(palette, MIDDLE, "Sharpe ratio of the last quarter of a year, drawn up to 10 either way");
        Scale x = chart.bars(sharpe.length);
        Scale y = chart.y(
                DoubleStream.concat(DoubleStream.of(0), Arrays.stream(sharpe)).toArray());
        chart.grid(y, value -> Figure.of(value, 1));
        dates(chart, x, FEW_DATES);
        return chart.curve(sharpe, x, y, palette.accent(), 1.3).toString();
    }

    String distribution() {
        double[] returns = Arrays.stream(EquityCurve.returns(run.result().equity()))
                .filter(value -> value != 0)
                .map(value -> value * 100)
                .sorted()
                .toArray();
        Chart chart = new Chart(palette, MIDDLE, "How often a bar returned so much, bars without a change left out");
        double edge = returns.length == 0 ? 1 : Math.max(-returns[0], returns[returns.length - 1]);
        int[] counts = new int[BINS];
        for (double value : returns) {
            counts[Math.clamp((int) ((value + edge) / (2 * edge) * BINS), 0, BINS - 1)]++;
        }
        Scale x = chart.x(-edge, edge);
        Scale y = chart.y(0, Arrays.stream(counts).max().orElse(1));
        chart.grid(y, value -> Figure.of(value, 0));
        for (int bin = 0; bin < BINS; bin++) {
            double from = -edge + 2 * edge * bin / BINS;
            double to = from + 2 * edge / BINS;
            String colour = bin == BINS / 2 ? palette.dim() : from < 0 ? palette.down() : palette.up();
            if (counts[bin] > 0) {
                chart.bar(
                        x.at(from) + 1,
                        x.at(to) - 1,
                        y.at(counts[bin]),
                        y.at(0),
                        colour,
                        counts[bin] + " bars from " + percent(from) + " to " + percent(to));
            }
        }
        x.ticks(DATES).forEach(tick -> chart.below(x.at(tick), "middle", percent(tick)));
        return chart.toString();
    }

    /** Each trade by how far it went against its owner and for him, in percent of what it cost. */
    String excursions() {
        List<ClosedTrade> trades = run.result().trades();
        Chart chart = new Chart(palette, TALL, "Adverse and favourable excursion of each trade");
        Scale x =
                chart.x(DoubleStream.concat(DoubleStream.of(0), trades.stream().mapToDouble(RunCharts::adverse))
                        .toArray());
        Scale y =
                chart.y(DoubleStream.concat(DoubleStream.of(0), trades.stream().mapToDouble(RunCharts::favourable))
                        .toArray());
        chart.grid(y, RunCharts::percent);
        for (ClosedTrade trade : trades) {
            boolean won = trade.pnlMicros() > 0;
            chart.dot(
                    x.at(adverse(trade)),
                    y.at(favourable(trade)),
                    won ? palette.up() : palette.down(),
                    !won,
                    Times.text(trade.entryTime(), run.bars().timeframe()) + ": "
                            + Figure.signed(Micros.toDouble(trade.pnlMicros()), 2) + ", at worst "
                            + percent(-adverse(trade)) + ", at best " + percent(favourable(trade)));
        }
        x.ticks(DATES).forEach(tick -> chart.below(x.at(tick), "middle", percent(-tick)));
        return chart.toString();
    }

    private static double adverse(ClosedTrade trade) {
        return ofCost(trade, trade.maeMicros());
    }

    private static double favourable(ClosedTrade trade) {
        return ofCost(trade, trade.mfeMicros());
    }

    private static double ofCost(ClosedTrade trade, long micros) {
        return 100.0 * micros / ((double) trade.entryPriceMicros() * trade.shares());
    }

    private void dates(Chart chart, Scale x) {
        dates(chart, x, DATES);
    }

    private void dates(Chart chart, Scale x, int count) {
        long[] times = run.result().times();
        for (int i = 0; i <= count; i++) {
            int bar = (int) ((long) (times.length - 1) * i / count);
            String anchor = i == 0 ? "start" : i == count ? "end" : "middle";
            chart.below(x.at(bar), anchor, Times.date(times[bar]).toString());
        }
    }

    private static String money(double value) {
        return Math.abs(value) >= WHOLE_MONEY ? Figure.of(value / WHOLE_MONEY, 0) + "k" : Figure.of(value, 0);
    }

    private static String percent(double value) {
        return Figure.of(value == 0 ? 0 : value, Math.abs(value) < 10 ? 1 : 0) + " %";
    }
}
