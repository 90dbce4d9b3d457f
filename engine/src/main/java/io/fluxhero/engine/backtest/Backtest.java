package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Runs the chain of live trading in one loop: strategy, portfolio, simulated broker. */
public final class Backtest {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");

    private final BacktestConfig config;
    private final BarSource source;
    private final List<Function<Candle, BarOutcome>> strategies = new ArrayList<>();
    private final Chain chain;
    private final List<SettledBar> settled = new ArrayList<>();
    private long[] times = new long[1024];
    private double[] equity = new double[1024];
    private int points;
    private int pointsWithPosition;

    private Backtest(
            BacktestConfig config,
            SortedMap<String, List<Candle>> candles,
            Function<String, Function<Candle, BarOutcome>> strategyOf) {
        this.config = config;
        source = new BarSource(candles);
        candles.keySet().forEach(symbol -> strategies.add(strategyOf.apply(symbol)));
        chain = new Chain(config);
    }

    /**
     * Runs it.
     *
     * @param candles complete bars by symbol, each strictly rising in time; bars before {@code tradeFrom} warm up
     */
    public static BacktestResult run(BacktestConfig config, SortedMap<String, List<Candle>> candles) {
        return run(config, candles, symbol -> new DualMode(config.strategy())::onCandle);
    }

    /** As {@link #run(BacktestConfig, SortedMap)} with another strategy; {@code strategyOf} gives one per symbol. */
    public static BacktestResult run(
            BacktestConfig config,
            SortedMap<String, List<Candle>> candles,
            Function<String, Function<Candle, BarOutcome>> strategyOf) {
        Backtest run = new Backtest(config, candles, strategyOf);
        while (run.source.advance()) {
            run.step();
        }
        return run.result();
    }

    /** One bar time: fills of all symbols, then what the strategy says, then what the account decides. */
    private void step() {
        long time = source.time();
        settled.clear();
        for (int s = 0; s < source.symbolCount(); s++) {
            if (source.hasBar(s)) {
                Candle candle = source.take(s);
                chain.settle(source.symbol(s), candle, source.taken(s));
                BarOutcome outcome = strategies.get(s).apply(candle);
                settled.add(settledBar(source.symbol(s), candle, outcome));
            }
        }
        if (time >= config.tradeFrom()) {
            chain.decide(time, sessionDay(time), settled);
            addPoint(time);
        }
    }

    private static SettledBar settledBar(String symbol, Candle candle, BarOutcome outcome) {
        List<SettledBar.Identified> signals = new ArrayList<>(outcome.signals().size());
        for (Signal signal : outcome.signals()) {
            String kind = signal instanceof Signal.Entry ? "entry" : "exit";
            String id = symbol + "/" + candle.openTime() + "/" + kind + "/" + signal.side() + "/" + signal.mode();
            signals.add(new SettledBar.Identified(id, signal));
        }
        double atr = Micros.round(outcome.indicators().atr());
        return new SettledBar(symbol, Micros.round(candle.close()), atr, signals);
    }

    /** Exchange date of a bar as epoch day. */
    public static long sessionDay(long openTime) {
        return exchangeDate(openTime).toEpochDay();
    }

    private static LocalDate exchangeDate(long openTime) {
        return Instant.ofEpochMilli(openTime).atZone(EXCHANGE).toLocalDate();
    }

    private void addPoint(long time) {
        if (points == times.length) {
            times = Arrays.copyOf(times, points * 2);
            equity = Arrays.copyOf(equity, points * 2);
        }
        times[points] = time;
        equity[points] = Micros.toDouble(chain.portfolio().equityMicros());
        points++;
        pointsWithPosition += chain.portfolio().exposureMicros() == 0 ? 0 : 1;
    }

    private BacktestResult result() {
        long[] tradedTimes = Arrays.copyOf(times, points);
        double[] curve = Arrays.copyOf(equity, points);
        AccountState end = chain.portfolio().state();
        long change = chain.portfolio().equityMicros() - config.initialCashMicros();
        chain.ledger().checkSum(end.positions(), end.marksMicros(), change);
        Metrics metrics = Metrics.of(
                Micros.toDouble(config.initialCashMicros()),
                curve,
                calendarDays(tradedTimes),
                config.riskFreeRate(),
                config.timeframe().periodsPerYear(),
                chain.ledger().summary(pointsWithPosition));
        return new BacktestResult(
                config.hash(),
                tradedTimes,
                curve,
                chain.ledger().trades(),
                end.positions(),
                chain.denied(),
                chain.alerts(),
                metrics);
    }

    private static double calendarDays(long[] times) {
        return times.length == 0
                ? 0
                : ChronoUnit.DAYS.between(exchangeDate(times[0]), exchangeDate(times[times.length - 1]));
    }
}
