package io.fluxhero.benchmarks;

import io.fluxhero.benchmarks.Row.Goal;
import io.fluxhero.engine.market.CandleSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Measures every goal that needs no stack, and prints one table. */
public final class Bench {

    private static final int BARS = 100_000;
    private static final int ROWS = 1_000_000;
    private static final int SETS = 1000;
    private static final int QUICK = 10;
    /** Trades are rare beside bars: what they run takes longer to be compiled. */
    private static final int LONG_WARM_UP = 2000;

    private final boolean quick;
    private final Table table;
    private final CandleSeries series = Market.bars(BARS);

    private Bench(boolean quick) {
        this.quick = quick;
        table = new Table(System.out);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        Bench bench = new Bench(given.contains("--quick"));
        bench.peers();
        bench.ourselves();
        bench.sweeps();
        bench.oneShot(Path.of(System.getProperty("fluxhero.home", "")).toAbsolutePath());
        int json = given.indexOf("--json");
        if (json >= 0 && json + 1 < given.size()) {
            Files.writeString(Path.of(given.get(json + 1)), bench.table.json());
        }
        if (Pair.sink() == 0) {
            System.err.println("the programs gave nothing: nothing was measured");
        }
    }

    private int rounds(int usual) {
        return quick ? Math.max(3, usual / 4) : usual;
    }

    private void peers() {
        OurEngine ours = new OurEngine(series);
        TaLib taLib = new TaLib(series);
        perBar(
                "G1 indicator suite / TA-Lib Java",
                new Pair(ours::suite, taLib::suite).run(10, rounds(21)),
                Goal.faster(3, 5));
        Ta4j ta4j = new Ta4j(series);
        perBar(
                "G1 indicator suite / ta4j DoubleNum",
                new Pair(ours::suite, ta4j::suite).run(3, rounds(9)),
                Goal.faster(150, 250));
        for (int i = 0; i < rounds(LONG_WARM_UP); i++) {
            ours.backtest();
        }
        perBar(
                "G3 whole backtest / ta4j, the same rules, bare",
                new Pair(ours::backtest, ta4j::backtest).run(4, rounds(11)),
                Goal.faster(50, 100));
        perBar(
                "for the record: the same, rarest conditions first",
                new Pair(ours::backtest, ta4j::backtestByTheRarest).run(4, rounds(11)),
                Goal.NONE);
        imports(
                "ISO times",
                time -> Instant.ofEpochMilli(time).toString(),
                text -> Instant.parse(text).toEpochMilli());
        imports("times as numbers", Long::toString, Long::parseLong);
    }

    private void imports(String form, LongFunction<String> write, ToLongFunction<String> read) {
        int rows = quick ? ROWS / QUICK : ROWS;
        SplitImport csv = new SplitImport(Market.csv(series, rows, write), read);
        Pair.Times times = new Pair(csv::ours, csv::split).run(quick ? 20 : 5, rounds(15));
        String name = String.format(Locale.ROOT, "G7 CSV import, %,d rows, %s / split and parse", rows, form);
        table.add(new Row(name, times.ours() / 1e6, times.peer() / 1e6, "ms", times.peerOverOurs(), Goal.faster(4, 7)));
    }

    private void perBar(String name, Pair.Times times, Goal goal) {
        table.add(new Row(name, times.ours() / BARS, times.peer() / BARS, "ns/bar", times.peerOverOurs(), goal));
    }

    private void ourselves() {
        OurEngine ours = new OurEngine(series);
        Pair.Times times = new Pair(ours::stream, ours::batch).run(10, rounds(21));
        table.add(new Row(
                "G4 strategy bar by bar as live / over columns",
                times.ours() / BARS,
                times.peer() / BARS,
                "ns/bar",
                1 / times.peerOverOurs(),
                Goal.atMost(1.6, 1.2)));
        double bytes = ours.bytesPerBar();
        table.add(new Row(
                "G10 bytes allocated by a bar without a signal", bytes, Double.NaN, "B", bytes, Goal.atMost(0, 0)));
    }

    private void sweeps() {
        Sweeps sweeps = new Sweeps(series);
        // The first sweep still runs while the compiler takes time from the second core.
        sweeps.seconds(SETS, 1);
        sweeps.seconds(SETS, 2);
        double[] ratios = new double[rounds(9)];
        double[] one = new double[ratios.length];
        double[] two = new double[ratios.length];
        for (int i = 0; i < ratios.length; i++) {
            one[i] = sweeps.seconds(SETS, 1);
            two[i] = sweeps.seconds(SETS, 2);
            ratios[i] = one[i] / two[i];
        }
        double seconds = Pair.median(two);
        table.add(new Row("G5 sweep of 1,000 sets, 2 threads", seconds, Double.NaN, "s", seconds, Goal.atMost(1, 0.1)));
        table.add(new Row(
                "G6 the same sweep on 1 thread / on 2",
                Pair.median(two),
                Pair.median(one),
                "s",
                Pair.median(ratios),
                Goal.faster(1.7, 1.9)));
    }

    private void oneShot(Path home) throws IOException, InterruptedException {
        if (Files.isExecutable(home.resolve("fluxhero"))) {
            double seconds = new OneShot(home).cpuSeconds(series, rounds(9));
            table.add(new Row(
                    "G11 one backtest of 100,000 bars from the prompt, CPU",
                    seconds,
                    Double.NaN,
                    "s",
                    seconds,
                    Goal.atMost(0.5, 0.15)));
        }
    }
}
