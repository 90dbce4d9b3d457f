package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.EquitySteps;
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

    private static final long[] UNWANTED = {};

    private final BacktestConfig config;
    private final List<BarVerdict> verdicts = new ArrayList<>();
    private final EquitySteps equity = new EquitySteps();
    private final boolean keepsTimes;
    private long[] times;
    private long firstTime;
    private long lastTime;
    private int pointsWithPosition;
    private long lastEquity;

    private RunRecorder(BacktestConfig config, boolean keepsTimes, long[] times) {
        this.config = config;
        this.keepsTimes = keepsTimes;
        this.times = times;
    }

    /** Keeps all that a {@link BacktestResult} tells. */
    static RunRecorder of(BacktestConfig config, int expectedPoints) {
        return new RunRecorder(config, true, new long[Math.max(16, expectedPoints)]);
    }

    /** Keeps what a {@link RunSummary} tells. */
    static RunRecorder ofSummary(BacktestConfig config) {
        return new RunRecorder(config, false, UNWANTED);
    }

    void addPoint(long time, Portfolio portfolio) {
        addTime(time);
        long now = portfolio.equityMicros();
        if (equity.size() > 0 && now == lastEquity) {
            equity.addUnchanged(1);
        } else {
            equity.add(Micros.toDouble(now));
        }
        lastEquity = now;
        pointsWithPosition += portfolio.holdsAnything() ? 1 : 0;
    }

    private void addTime(long time) {
        int points = equity.size();
        firstTime = points == 0 ? time : firstTime;
        lastTime = time;
        if (keepsTimes) {
            makeRoomFor(points + 1);
            times[points] = time;
        }
    }

    private void makeRoomFor(int points) {
        if (points > times.length) {
            times = Arrays.copyOf(times, Math.max(times.length * 2, points));
        }
    }

    /** Points of bars on which nothing happens, from one index to before another: the last one goes on. */
    void addPoints(long[] openTimes, int from, int to) {
        int points = equity.size();
        if (keepsTimes) {
            System.arraycopy(openTimes, from, times, points, to - from);
        }
        lastTime = openTimes[to - 1];
        equity.addUnchanged(to - from);
    }

    void addVerdict(String symbol, long time, Verdict verdict) {
        verdicts.add(new BarVerdict(symbol, time, verdict));
    }

    /** The last point after what was closed at the end. */
    void endsAt(Portfolio portfolio) {
        if (equity.size() > 0) {
            equity.replaceLast(Micros.toDouble(portfolio.equityMicros()));
        }
    }

    RunSummary summary(Chain chain) {
        chain.checkSum();
        Moments moments = equity.moments();
        Metrics metrics = Metrics.of(
                Micros.toDouble(config.initialCashMicros()),
                equity,
                moments,
                calendarDays(),
                config.riskFreeRate(),
                config.timeframe().periodsPerYear(),
                chain.ledger().summary(pointsWithPosition));
        return new RunSummary(config.hash(), metrics, moments, equity);
    }

    BacktestResult result(Chain chain) {
        RunSummary summary = summary(chain);
        AccountState end = chain.portfolio().state();
        return new BacktestResult(
                summary.configHash(),
                times.length == equity.size() ? times : Arrays.copyOf(times, equity.size()),
                equity.toArray(),
                chain.ledger().trades(),
                end.positions(),
                chain.denied(),
                chain.alerts(),
                summary.metrics(),
                summary.returns(),
                List.copyOf(verdicts));
    }

    private double calendarDays() {
        return equity.size() == 0 ? 0 : Backtest.sessionDay(lastTime) - Backtest.sessionDay(firstTime);
    }
}
