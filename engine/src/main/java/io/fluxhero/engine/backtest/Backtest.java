package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.risk.BarCloses;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Runs the chain of live trading in one loop: strategy, portfolio, simulated broker. Bars come from columns; a bar on
 * which nothing happens makes no objects. What a run does equals, trade by trade, what the parts do one call at a time.
 */
public final class Backtest {

    private final BacktestConfig config;
    private final BacktestOptions options;
    private final Lane[] lanes;
    private final Chain chain;
    private final RunRecorder recorder;
    private final SessionDays days = new SessionDays();
    private final BarCloses closes = new BarCloses();
    private final List<SettledBar> spoken = new ArrayList<>();

    private Backtest(
            BacktestConfig config,
            BacktestOptions options,
            MarketHistory history,
            BiFunction<String, CandleSeries, Voice> voiceOf,
            RunRecorder recorder) {
        this.config = config;
        this.options = options;
        this.recorder = recorder;
        chain = new Chain(config);
        lanes = new Lane[history.series().size()];
        int next = 0;
        for (var entry : history.series().entrySet()) {
            String symbol = entry.getKey();
            List<CorporateAction> actions = history.adjustments().of(symbol);
            Voice voice = SplitView.over(entry.getValue(), actions, series -> voiceOf.apply(symbol, series));
            lanes[next++] =
                    new Lane(symbol, entry.getValue(), voice, chain.portfolio().slotOf(symbol), actions);
        }
    }

    /**
     * Runs the dual mode and leaves open what is open at the end.
     *
     * @param candles complete bars by symbol, each strictly rising in time; bars before {@code tradeFrom} warm up
     */
    public static BacktestResult run(BacktestConfig config, SortedMap<String, List<Candle>> candles) {
        return run(config, candles, AtEnd.LEAVE_OPEN);
    }

    /** As {@link #run(BacktestConfig, SortedMap)}; {@code atEnd} says what becomes of positions that are open then. */
    public static BacktestResult run(BacktestConfig config, SortedMap<String, List<Candle>> candles, AtEnd atEnd) {
        return run(
                config,
                MarketHistory.ofCandles(candles),
                BacktestOptions.defaults().with(atEnd));
    }

    /** Runs the dual mode over columns, with corporate actions. */
    public static BacktestResult run(BacktestConfig config, MarketHistory history, BacktestOptions options) {
        return run(config, options, history, (symbol, series) -> new DualModeVoice(config, series));
    }

    /** Runs another strategy; {@code strategyOf} gives a new one per symbol. */
    public static BacktestResult run(
            BacktestConfig config,
            MarketHistory history,
            BacktestOptions options,
            Function<String, Strategy> strategyOf) {
        int atrPeriod = config.strategy().indicators().atrPeriod();
        return run(
                config,
                options,
                history,
                (symbol, series) -> new StrategyVoice(strategyOf.apply(symbol), series, atrPeriod));
    }

    static BacktestResult run(
            BacktestConfig config,
            BacktestOptions options,
            MarketHistory history,
            BiFunction<String, CandleSeries, Voice> voiceOf) {
        RunRecorder recorder = RunRecorder.of(config, history.series().values());
        Backtest run = new Backtest(config, options, history, voiceOf, recorder);
        run.runOut();
        return recorder.result(run.chain);
    }

    /** The same run, of which only the figures are kept. */
    static RunSummary summarize(
            BacktestConfig config,
            BacktestOptions options,
            MarketHistory history,
            BiFunction<String, CandleSeries, Voice> voiceOf) {
        Backtest run = new Backtest(
                config,
                options,
                history,
                voiceOf,
                RunRecorder.ofSummary(config, history.series().values()));
        run.runOut();
        return run.recorder.summary(run.chain);
    }

    private void runOut() {
        for (long time = nextTime(); time != Long.MAX_VALUE; time = nextTime()) {
            step(time);
            rest();
        }
        if (options.atEnd() == AtEnd.CLOSE) {
            closeOut();
        }
    }

    private long nextTime() {
        long earliest = Long.MAX_VALUE;
        for (Lane lane : lanes) {
            earliest = Math.min(earliest, lane.nextTime());
        }
        return earliest;
    }

    /** One bar time: fills of all symbols, then what the strategy says, then what the account decides. */
    private void step(long time) {
        long day = days.of(time);
        boolean trades = time >= config.tradeFrom();
        closes.clear();
        spoken.clear();
        for (Lane lane : lanes) {
            if (lane.nextTime() == time) {
                pass(lane, day, trades);
            }
        }
        if (trades) {
            chain.decide(time, day, closes, spoken);
            recorder.addPoint(time, chain.portfolio());
        }
    }

    /**
     * An account at rest stays so until the strategy speaks: the bars before that pass in one step. Left out are the marks
     * of a symbol that is not held, which only others would be compared with: so it is for one symbol alone.
     */
    private void rest() {
        Lane lane = lanes[0];
        if (lanes.length > 1
                || options.verdicts()
                || lane.awaitsActions()
                || !chain.portfolio().isAtRest()) {
            return;
        }
        int from = lane.index() + 1;
        int to = lane.voice.nextWord(from);
        if (to > from) {
            recorder.addPoints(to - from);
            lane.passTo(to);
        }
    }

    private void pass(Lane lane, long day, boolean trades) {
        for (CorporateAction action = lane.takeAction(day); action != null; action = lane.takeAction(day)) {
            chain.apply(action, lane);
        }
        lane.advance();
        chain.settle(lane, day);
        List<Signal> signals = lane.voice.onBar(lane.index());
        if (!trades) {
            return;
        }
        double atr = chain.portfolio().holdsAnything() ? lane.voice.atr() : Double.NaN;
        closes.add(lane.slot, lane.close(), atr);
        if (!signals.isEmpty()) {
            spoken.add(lane.settled(signals));
        }
        if (options.verdicts()) {
            recorder.addVerdict(lane.symbol, lane.openTime(), lane.voice.verdict());
        }
    }

    private void closeOut() {
        for (Lane lane : lanes) {
            chain.closeOut(lane);
        }
        recorder.endsAt(chain.portfolio());
    }

    /** Exchange date of a bar as epoch day. */
    public static long sessionDay(long openTime) {
        return new SessionDays().of(openTime);
    }
}
