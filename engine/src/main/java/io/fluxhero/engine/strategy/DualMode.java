package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.indicator.IndicatorSuite;
import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.RegimeDetector;
import io.fluxhero.engine.regime.Volatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dual-mode strategy for one symbol and timeframe: indicators, regime, rules, noise filter, one verdict per bar.
 * It measures the bars itself, as they come, or reads columns that were measured before; both give the same signals.
 * A bar without a signal makes no objects.
 */
public final class DualMode implements Strategy {

    /** Name under which its signals are known. */
    public static final String NAME = "dual-mode";

    private final StrategyConfig config;
    private final @Nullable IndicatorSuite suite;
    private final @Nullable MeasuredBars measured;
    private final @Nullable QuietBars quiet;
    private final IndicatorColumns columns;
    private final RegimeDetector detector = new RegimeDetector();
    private final DualRules rules;
    private final EntryConditions conditions;
    private final NoiseFilter filter;
    private final SpikeWatch spikes;
    private final SignalWriter writer;
    private final ArmedModes armed = new ArmedModes();
    private final DualVerdict answer = new DualVerdict();
    private long lastOpenTime = Long.MIN_VALUE;
    private double close;
    private int at = -1;
    private int bars;
    private List<Signal> said = List.of();

    /** Over daily bars. */
    public DualMode(StrategyConfig config) {
        this(config, Timeframe.D1);
    }

    /** @param timeframe length of the bars; some noise rules are for bars within a day only */
    public DualMode(StrategyConfig config, Timeframe timeframe) {
        this(config, timeframe, new IndicatorSuite(config.indicators()));
    }

    /**
     * Over bars that were measured before.
     *
     * @param columns of the series whose bars will come, from its first bar on, with the periods of {@code config}
     */
    public DualMode(StrategyConfig config, Timeframe timeframe, IndicatorColumns columns) {
        this(config, timeframe, null, null, columns);
    }

    /**
     * Over a series that is there as a whole, whose bars will come from the first one on: the fastest way for one run.
     * Measures in bulk; decides from what stands at the newest bar, as the others do.
     */
    public DualMode(StrategyConfig config, Timeframe timeframe, CandleSeries series) {
        this(config, timeframe, MeasuredBars.ahead(series, config.indicators()));
    }

    /**
     * Over a series that is measured with the periods of {@code config}, whose bars will come in order. Those before {@link
     * #nextWord} may be left out.
     */
    public DualMode(StrategyConfig config, Timeframe timeframe, MeasuredBars bars) {
        this(config, timeframe, null, bars, bars.columns());
    }

    private DualMode(StrategyConfig config, Timeframe timeframe, IndicatorSuite suite) {
        this(config, timeframe, suite, null, suite.newest());
    }

    private DualMode(
            StrategyConfig config,
            Timeframe timeframe,
            @Nullable IndicatorSuite suite,
            @Nullable MeasuredBars measured,
            IndicatorColumns columns) {
        this.config = config;
        this.suite = suite;
        this.measured = measured;
        this.columns = columns;
        this.rules = new DualRules(config);
        this.conditions = new EntryConditions(config.noise(), timeframe, TradingCalendar.nyse());
        this.filter = new NoiseFilter(config.noise());
        this.quiet = measured == null ? null : new QuietBars(config, measured, filter, conditions);
        this.spikes = new SpikeWatch(config, timeframe, measured);
        this.writer = new SignalWriter(config);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Takes the quote at the close of the bar that comes next, so that the spread rule can be checked. */
    public void onQuote(double bid, double ask) {
        conditions.quote(bid, ask);
    }

    /**
     * The next bar to which it may have something to say: it says nothing to those before, which need not be given to it.
     *
     * @param from index of the bar that would be next
     * @return {@code from} at the earliest, and wherever bars were not measured before
     */
    public int nextWord(int from) {
        return quiet == null ? from : quiet.next(from, armed.all());
    }

    /** Average true range at a bar that was measured before, the newest or one that was left out since. */
    public double atr(int bar) {
        return columns.atr()[measured == null ? at : measured.at(bar)];
    }

    @Override
    public List<Signal> onBar(BarView view) {
        if (measured != null && view.size() > bars + 1) {
            leaveOut(view, measured);
        }
        long time = next(view.openTime());
        close = view.close();
        if (suite != null) {
            suite.update(view.high(), view.low(), close, view.volume());
        }
        spikes.update(time, view.high(), view.low(), close);
        return decide(time, view.open(), view.volume());
    }

    /** What a bar changes although nothing is said to it: the next one is compared with the one before. */
    private void leaveOut(BarView view, MeasuredBars over) {
        bars = view.size() - 1;
        lastOpenTime = view.openTime(1);
        rules.update(view.close(1), columns, over.at(bars - 1));
        conditions.leftOut(view.close(1));
    }

    /**
     * Takes the next complete bar and tells all about it, as live trading wants to know it.
     *
     * @throws IllegalArgumentException where the bar is not later than the one before
     */
    public BarOutcome onCandle(Candle candle) {
        long time = next(candle.openTime());
        close = candle.close();
        if (suite != null) {
            suite.update(candle);
        }
        spikes.update(time, candle.high(), candle.low(), close);
        List<Signal> signals = decide(time, candle.open(), candle.volume());
        return new BarOutcome(
                (measured == null ? columns.at(at) : measured.valuesAt(bars - 1)).rounded(),
                regime(),
                rawRegime(),
                measured == null ? detector.regimeBars() : measured.regimes().lastingAt(bars - 1),
                volatility(),
                verdict(),
                signals);
    }

    private long next(long openTime) {
        if (openTime <= lastOpenTime) {
            throw new IllegalArgumentException(
                    "bar " + openTime + " is not later than the one before, " + lastOpenTime);
        }
        lastOpenTime = openTime;
        bars++;
        return openTime;
    }

    private List<Signal> decide(long time, double open, long volume) {
        at = place();
        if (measured == null) {
            detector.update(columns.adx()[at], columns.rSquared()[at]);
        }
        rules.update(close, columns, at);
        conditions.bar(time, open, close, volume);
        if (!said.isEmpty()) {
            said = List.of();
        }
        if (bars <= config.warmUpBars()) {
            answer.warmingUp();
            return said;
        }
        addExits();
        Mode mode = rules.modeFor(regime());
        Optional<Side> side = rules.entry(mode);
        if (side.isPresent()) {
            enter(mode, side.get());
        } else {
            answer.missing(mode);
        }
        return said.isEmpty() ? said : List.copyOf(said);
    }

    /** Where the newest bar stands in the columns. */
    private int place() {
        if (suite != null) {
            return 0;
        }
        return measured == null ? bars - 1 : measured.at(bars - 1);
    }

    private void addExits() {
        for (int left = armed.all(); left != 0; left &= left - 1) {
            int number = Integer.numberOfTrailingZeros(left);
            Mode mode = ArmedModes.modeOf(number);
            Side side = ArmedModes.sideOf(number);
            if (rules.exits(mode, side)) {
                say(writer.exit(bar(), mode, side, rules.exitTrigger(mode, side)));
                armed.disarm(mode, side);
            }
        }
    }

    private void enter(Mode mode, Side side) {
        if (side == Side.SHORT && !config.allowShort()) {
            answer.shortsAreOff(close);
            return;
        }
        spikes.weigh(bars - 1, columns.atr()[at]);
        double stop = writer.stop(close, columns.atr()[at], mode, side, spikes.stopFactor());
        if (!(side.sign() * (close - stop) > 0) || stop <= 0) {
            answer.noRoom(close, stop);
            return;
        }
        conditions.weigh(mode, averageVolume(), deviation());
        if (filter.reasonAgainst(conditions) != null) {
            answer.rejected();
            return;
        }
        say(writer.entry(bar(), mode, side, rules.entryTrigger(mode, side), spikes));
        armed.arm(mode, side);
    }

    private void say(Signal signal) {
        if (said.isEmpty()) {
            said = new ArrayList<>(2);
        }
        said.add(signal);
    }

    @Override
    public Verdict verdict() {
        if (!said.isEmpty()) {
            return Verdict.of(said.getLast());
        }
        return bars == 0
                ? Verdict.warmingUp(0, config.warmUpBars())
                : answer.verdict(rules, filter, conditions, bars, config, columns.adx()[at]);
    }

    private double deviation() {
        double reach = columns.bollingerUpper()[at] - columns.bollingerMiddle()[at];
        return reach / config.indicators().bollingerWidth();
    }

    /** The confirmed regime at the newest bar. */
    public Regime regime() {
        return measured == null || bars == 0
                ? detector.regime()
                : measured.regimes().at(bars - 1);
    }

    /** The regime of the newest bar alone. */
    public Regime rawRegime() {
        return measured == null || bars == 0
                ? detector.rawRegime()
                : Regime.classify(columns.adx()[at], columns.rSquared()[at]);
    }

    /** Volatility at the newest bar. */
    public Volatility volatility() {
        double average = measured == null || bars == 0 ? columns.atrAverage()[at] : measured.atrAverage(bars - 1);
        return Volatility.of(columns.atr()[at], average);
    }

    private double averageVolume() {
        return measured == null ? columns.averageVolume()[at] : measured.averageVolume(bars - 1);
    }

    private Bar bar() {
        double averageVolume = averageVolume();
        return new Bar(
                close,
                columns.atr()[at],
                columns.kama()[at],
                columns.rsi()[at],
                columns.adx()[at],
                columns.rSquared()[at],
                averageVolume,
                regime(),
                volatility(),
                conditions.hasVolume(averageVolume),
                conditions.isQuoted());
    }
}
