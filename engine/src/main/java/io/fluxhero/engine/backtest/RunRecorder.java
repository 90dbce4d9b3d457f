package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.EquitySteps;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.performance.Moments;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.strategy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the equity curve down, and the verdicts where they are wanted, and makes the result of it. */
final class RunRecorder {

    private static final int FEWEST = 512;

    private final BacktestConfig config;
    private final List<BarVerdict> verdicts = new ArrayList<>();
    private final EquitySteps equity = new EquitySteps();
    /** The only series: the times of the points are its own, to its end. */
    private final @Nullable CandleSeries alone;

    private final boolean keepsTimes;
    private long[] times = {};
    private long firstTime;
    private long lastTime;
    private int pointsWithPosition;
    private long lastEquity;

    private RunRecorder(BacktestConfig config, Collection<CandleSeries> series, boolean keepsTimes) {
        this.config = config;
        this.alone = series.size() == 1 ? series.iterator().next() : null;
        this.keepsTimes = keepsTimes;
    }

    /** Keeps all that a {@link BacktestResult} tells of a run over these series. */
    static RunRecorder of(BacktestConfig config, Collection<CandleSeries> series) {
        return new RunRecorder(config, series, true);
    }

    /** Keeps what a {@link RunSummary} tells. */
    static RunRecorder ofSummary(BacktestConfig config, Collection<CandleSeries> series) {
        return new RunRecorder(config, series, false);
    }

    void addPoint(long time, Portfolio portfolio) {
        if (alone == null) {
            addTime(time);
        }
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
            times = Arrays.copyOf(times, Math.max(FEWEST, times.length * 2));
        }
    }

    /** So many points of bars of the only series on which nothing happens: the value before goes on. */
    void addPoints(int count) {
        equity.addUnchanged(count);
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
                times(),
                equity.toArray(),
                chain.ledger().trades(),
                end.positions(),
                chain.denied(),
                chain.alerts(),
                summary.metrics(),
                summary.returns(),
                List.copyOf(verdicts));
    }

    private long[] times() {
        long[] column = alone == null ? times : alone.openTimes();
        int end = alone == null ? equity.size() : alone.size();
        int begin = end - equity.size();
        return begin == 0 && end == column.length ? column : Arrays.copyOfRange(column, begin, end);
    }

    private double calendarDays() {
        if (equity.size() == 0) {
            return 0;
        }
        long first = alone == null ? firstTime : alone.openTime(alone.size() - equity.size());
        long last = alone == null ? lastTime : alone.openTime(alone.size() - 1);
        return Backtest.sessionDay(last) - Backtest.sessionDay(first);
    }
}
