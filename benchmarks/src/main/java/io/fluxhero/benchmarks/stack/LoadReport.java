package io.fluxhero.benchmarks.stack;

import io.fluxhero.benchmarks.Row;
import io.fluxhero.benchmarks.Row.Goal;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What the load showed. */
final class LoadReport {

    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;
    /** Bars that may wait at any moment without being a queue. */
    private static final int NO_QUEUE = 5;

    private final LoadOptions options;
    private final double rate;
    private final Watch watch;
    private final Arrivals alone;
    private final Arrivals beside;
    private final PlainChain chain;

    LoadReport(LoadOptions options, double rate, Watch watch, Arrivals alone, Arrivals beside, PlainChain chain) {
        this.options = options;
        this.rate = rate;
        this.watch = watch;
        this.alone = alone;
        this.beside = beside;
        this.chain = chain;
    }

    /** Whether nothing was lost and no queue grew. */
    boolean isSound() {
        return watch.candles() > 0 && watch.lost() == 0 && !isGrowing(watch.lags());
    }

    /** Whether the last third of the samples is a queue that was not there in the first. */
    static boolean isGrowing(List<Integer> lags) {
        int third = Math.max(1, lags.size() / 3);
        if (lags.size() <= third) {
            return false;
        }
        return mean(lags.subList(lags.size() - third, lags.size())) > mean(lags.subList(0, third)) + NO_QUEUE;
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d symbols, %.2f bars a second, %.0f candles a second, %d minutes%n",
                options.symbols(),
                rate,
                rate * options.symbols(),
                options.minutes());
        out.printf(
                "candles %,d   bars %,d   signals %,d   fills %,d   lost %d   bars waiting, every 10 s: %s%s%n%n",
                watch.candles(),
                watch.bars(),
                watch.signals(),
                watch.fills(),
                watch.lost(),
                watch.lags(),
                isGrowing(watch.lags()) ? " GROWING" : "");
        out.println(Latencies.heading());
        if (alone.signal().count() > 0) {
            lines(alone, "", out);
        }
        lines(beside, ", last minute", out);
        for (int hops = 2; hops <= 4; hops++) {
            out.println(chain.after(hops).line("plain clients, " + hops + " hops"));
        }
        out.println();
        out.println(Row.heading());
        rows().forEach(row -> out.println(row.line()));
    }

    private static void lines(Arrivals arrivals, String when, PrintStream out) {
        out.println(arrivals.signal().line("candle to strategy's answer" + when));
        out.println(arrivals.decision().line("candle to decision" + when));
        out.println(arrivals.order().line("candle to order" + when));
        out.println(arrivals.answer().line("candle to broker's answer" + when));
    }

    private List<Row> rows() {
        return List.of(
                ratio("G8 candle to signal, 2 hops, p50 / plain clients", beside.signal(), chain.after(2)),
                ratio("G8 candle to broker's answer, 4 hops, p50 / plain clients", beside.answer(), chain.after(4)),
                absolute("G9 candle to signal, p99 (an idle machine is meant)", beside.signal(), 20, 10),
                absolute("G9 candle to broker's answer, p99 (an idle machine is meant)", beside.answer(), 50, 25));
    }

    private static Row ratio(String name, Latencies ours, Latencies plain) {
        double mine = ours.quantile(MEDIAN);
        double theirs = plain.quantile(MEDIAN);
        return new Row(name, mine, theirs, "ms", mine / theirs, Goal.atMost(3, 1.5));
    }

    private static Row absolute(String name, Latencies ours, double most, double aim) {
        double value = ours.quantile(P99);
        return new Row(name, value, Double.NaN, "ms", value, Goal.atMost(most, aim));
    }

    String json() {
        return String.format(
                Locale.ROOT,
                """
                {"symbols": %d, "minutes": %d, "bars_per_second": %.3f, "candles": %d, "bars": %d, "signals": %d, "fills": %d,
                 "lost": %d, "growing": %b, "waiting": %s,
                 "alone": %s,
                 "last_minute": %s,
                 "plain": [%s, %s, %s, %s],
                 "results": [
                  %s]}
                """,
                options.symbols(),
                options.minutes(),
                rate,
                watch.candles(),
                watch.bars(),
                watch.signals(),
                watch.fills(),
                watch.lost(),
                isGrowing(watch.lags()),
                watch.lags(),
                json(alone),
                json(beside),
                chain.after(1).json(),
                chain.after(2).json(),
                chain.after(3).json(),
                chain.after(4).json(),
                String.join(",\n  ", rows().stream().map(Row::json).toList()));
    }

    private static String json(Arrivals arrivals) {
        return String.format(
                "{\"signal\": %s, \"decision\": %s, \"order\": %s, \"answer\": %s}",
                arrivals.signal().json(),
                arrivals.decision().json(),
                arrivals.order().json(),
                arrivals.answer().json());
    }

    private static double mean(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).average().orElse(0);
    }
}
