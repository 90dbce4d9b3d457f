package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.Moments;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.strategy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the equity curve down, and the verdicts where they are wanted, and makes the result of it. */
final class RunRecorder {

    private final BacktestConfig config;
    private final List<BarVerdict> verdicts = new ArrayList<>();
    private long[] times;
    private double[] equity;
    private int points;
    private int pointsWithPosition;
    private long lastEquity;

    RunRecorder(BacktestConfig config, int expectedPoints) {
        this.config = config;
        times = new long[Math.max(16, expectedPoints)];
        equity = new double[times.length];
    }

    void addPoint(long time, Portfolio portfolio) {
        if (points == times.length) {
            times = Arrays.copyOf(times, points * 2);
            equity = Arrays.copyOf(equity, points * 2);
        }
        times[points] = time;
        long now = portfolio.equityMicros();
        boolean unchanged = points > 0 && now == lastEquity;
        equity[points] = unchanged ? equity[points - 1] : Micros.toDouble(now);
        lastEquity = now;
        points++;
        pointsWithPosition += portfolio.holdsAnything() ? 1 : 0;
    }

    /** Points of bars on which nothing happens, from one index to before another: the last one goes on. */
    void addPoints(long[] openTimes, int from, int to) {
        int count = to - from;
        if (points + count > times.length) {
            times = Arrays.copyOf(times, Math.max(points * 2, points + count));
            equity = Arrays.copyOf(equity, times.length);
        }
        System.arraycopy(openTimes, from, times, points, count);
        Arrays.fill(equity, points, points + count, equity[points - 1]);
        points += count;
    }

    void addVerdict(String symbol, long time, Verdict verdict) {
        verdicts.add(new BarVerdict(symbol, time, verdict));
    }

    /** The last point after what was closed at the end. */
    void endsAt(Portfolio portfolio) {
        if (points > 0) {
            equity[points - 1] = Micros.toDouble(portfolio.equityMicros());
        }
    }

    BacktestResult result(Chain chain) {
        long[] tradedTimes = points == times.length ? times : Arrays.copyOf(times, points);
        double[] curve = points == equity.length ? equity : Arrays.copyOf(equity, points);
        AccountState end = chain.portfolio().state();
        chain.checkSum();
        double[] returns = EquityCurve.returns(curve);
        Moments moments = Moments.of(returns);
        Metrics metrics = Metrics.of(
                Micros.toDouble(config.initialCashMicros()),
                curve,
                returns,
                moments,
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
                metrics,
                moments,
                List.copyOf(verdicts));
    }

    private static double calendarDays(long[] times) {
        return times.length == 0 ? 0 : Backtest.sessionDay(times[times.length - 1]) - Backtest.sessionDay(times[0]);
    }
}
