package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.BarCursor;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds strategies that know what they cannot know. The bars after some bar are changed, in several ways and for many
 * bars; what the strategy said up to there must stay the same, word by word. A {@link io.fluxhero.engine.market.BarView}
 * ends at the current bar, so a strategy leaks only where it got the data by another way: a whole series in its
 * constructor, a shared array, a static field, a file.
 *
 * <pre>{@code
 * Optional<LookAheadCheck.Finding> leak = LookAheadCheck.of(series, bars -> new MyStrategy(bars));
 * }</pre>
 */
public final class LookAheadCheck {

    /** Bars after which the future is changed, unless told otherwise. */
    public static final int PROBES = 50;

    /**
     * A leak.
     *
     * @param bar index of the first bar whose decision changed
     * @param time its open, epoch milliseconds
     * @param changedAfter index of the last bar that was left as it was; not below {@code bar}
     * @param change how the bars after it were changed
     * @param said what was said to {@code bar} first
     * @param saidInstead what was said to it when only later bars had changed
     */
    public record Finding(int bar, long time, int changedAfter, String change, String said, String saidInstead) {}

    /** Gives the decision at each of the first {@code bars} bars of a series. */
    @FunctionalInterface
    private interface Decisions {
        List<?> of(CandleSeries series, int bars);
    }

    private LookAheadCheck() {}

    /**
     * Looks for a leak in what a strategy says and answers.
     *
     * @param strategyOf makes a new strategy; it is given the series so that strategies can be tried that are made with
     *     one. A strategy that reads its data from elsewhere must be made to read this
     * @return the first decision that changed, empty where none did
     */
    public static Optional<Finding> of(CandleSeries series, Function<CandleSeries, Strategy> strategyOf) {
        return of(series, strategyOf, PROBES);
    }

    /** As {@link #of(CandleSeries, Function)}, with the future changed after so many bars, evenly spread. */
    public static Optional<Finding> of(CandleSeries series, Function<CandleSeries, Strategy> strategyOf, int probes) {
        return search(series, (bars, count) -> said(bars, count, strategyOf.apply(bars)), probes);
    }

    private static List<String> said(CandleSeries series, int bars, Strategy strategy) {
        List<String> said = new ArrayList<>(bars);
        BarCursor cursor = new BarCursor(series);
        while (said.size() < bars && cursor.advance()) {
            said.add(strategy.onBar(cursor.view()) + " " + strategy.verdict());
        }
        return said;
    }

    /**
     * Looks for a leak in a whole backtest of the dual mode: no point of the equity curve may depend on later bars.
     *
     * @param symbol under which the series is traded
     */
    public static Optional<Finding> ofRun(BacktestConfig config, String symbol, CandleSeries series, int probes) {
        return search(series, (bars, count) -> equity(config, symbol, bars), probes);
    }

    private static List<Double> equity(BacktestConfig config, String symbol, CandleSeries series) {
        TreeMap<String, CandleSeries> alone = new TreeMap<>();
        alone.put(symbol, series);
        BacktestResult result = Backtest.run(config, MarketHistory.of(alone), BacktestOptions.defaults());
        List<Double> points = new ArrayList<>();
        for (int i = result.equity().length; i < series.size(); i++) {
            points.add(Double.NaN);
        }
        for (double point : result.equity()) {
            points.add(point);
        }
        return points;
    }

    private static Optional<Finding> search(CandleSeries series, Decisions decisions, int probes) {
        List<?> told = decisions.of(series, series.size());
        for (int probe = 0; probe < probes; probe++) {
            int last = (int) ((long) (series.size() - 1) * (probe + 1) / (probes + 1));
            for (FuturePoison poison : FuturePoison.values()) {
                CandleSeries changed = poison.after(series, last, probe);
                int bar = firstDifference(told, decisions.of(changed, last + 1), last + 1);
                if (bar >= 0) {
                    Object instead = decisions.of(changed, last + 1).get(bar);
                    return Optional.of(new Finding(
                            bar,
                            series.openTime(bar),
                            last,
                            poison.name(),
                            String.valueOf(told.get(bar)),
                            String.valueOf(instead)));
                }
            }
        }
        return Optional.empty();
    }

    private static int firstDifference(List<?> told, List<?> now, int bars) {
        for (int i = 0; i < bars; i++) {
            if (!told.get(i).equals(now.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
