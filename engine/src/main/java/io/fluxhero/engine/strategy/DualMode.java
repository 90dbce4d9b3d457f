package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorSuite;
import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.RegimeDetector;
import io.fluxhero.engine.regime.Volatility;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dual-mode strategy for one symbol and timeframe: indicators, regime, rules, one verdict per bar. */
public final class DualMode implements Strategy {

    /** Name under which its signals are known. */
    public static final String NAME = "dual-mode";

    private static final Mode[] MODES = Mode.values();
    private static final Side[] SIDES = Side.values();

    private final StrategyConfig config;
    private final Timeframe timeframe;
    private final IndicatorSuite suite;
    private final RegimeDetector detector = new RegimeDetector();
    private final TrendFollowing trend;
    private final MeanReversion reversion;
    private final SignalWriter writer;
    private final ArmedModes armed = new ArmedModes();
    private long lastOpenTime = Long.MIN_VALUE;
    private int bars;
    private @Nullable BarOutcome outcome;

    public DualMode(StrategyConfig config) {
        this(config, Timeframe.D1);
    }

    /**
     * @param timeframe length of the bars; some noise rules are for bars within a day only
     */
    public DualMode(StrategyConfig config, Timeframe timeframe) {
        this.timeframe = timeframe;
        this.config = config;
        this.suite = new IndicatorSuite(config.regressionPeriod());
        this.trend = new TrendFollowing(config.entryBandAtr(), config.exitBandAtr());
        this.reversion = new MeanReversion(config.rsiOversold(), config.rsiOverbought());
        this.writer = new SignalWriter(config);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Signal> onBar(BarView bars) {
        outcome = onCandle(
                new Candle(bars.openTime(), bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()));
        return outcome.signals();
    }

    @Override
    public Verdict verdict() {
        return outcome == null ? Verdict.warmingUp(0, config.warmUpBars()) : outcome.verdict();
    }

    /**
     * Takes the next complete bar.
     *
     * @throws IllegalArgumentException where the bar is not later than the one before
     */
    public BarOutcome onCandle(Candle candle) {
        if (candle.openTime() <= lastOpenTime) {
            throw new IllegalArgumentException(
                    "bar " + candle.openTime() + " is not later than the one before, " + lastOpenTime);
        }
        lastOpenTime = candle.openTime();
        bars++;
        Bar bar = measure(candle);
        List<Signal> signals = new ArrayList<>(1);
        Verdict verdict = decide(bar, signals);
        return new BarOutcome(
                bar.values().rounded(),
                bar.regime(),
                detector.rawRegime(),
                detector.regimeBars(),
                bar.volatility(),
                new Verdict(
                        verdict.gate(),
                        verdict.detail(),
                        Micros.round(verdict.value()),
                        Micros.round(verdict.threshold())),
                List.copyOf(signals));
    }

    private Bar measure(Candle candle) {
        double close = candle.close();
        suite.update(candle);
        IndicatorValues values = suite.values();
        detector.update(values.adx(), values.rSquared());
        trend.update(close, values.kama(), values.atr());
        reversion.update(
                close, values.rsi(), values.bollingerLower(), values.bollingerMiddle(), values.bollingerUpper());
        Volatility volatility = Volatility.of(values.atr(), values.atrAverage());
        return new Bar(close, candle.volume(), values, detector.regime(), volatility);
    }

    private Verdict decide(Bar bar, List<Signal> signals) {
        if (bars <= config.warmUpBars()) {
            return new Verdict(Gate.WARM_UP, "the first bars are only watched", bars, config.warmUpBars());
        }
        addExits(bar, signals);
        Mode mode = modeFor(bar.regime());
        Optional<Side> side = mode == Mode.NEUTRAL ? agreement() : rule(mode).entry();
        Verdict refusal = side.map(wanted -> enter(bar, mode, wanted, signals)).orElseGet(() -> missing(bar, mode));
        return signals.isEmpty() ? refusal : signalled(signals);
    }

    private void addExits(Bar bar, List<Signal> signals) {
        for (Mode mode : MODES) {
            for (Side side : SIDES) {
                if (armed.isArmed(mode, side)) {
                    exitRule(mode, side).ifPresent(rule -> {
                        signals.add(writer.exit(bar, mode, side, rule.exitTrigger(side)));
                        armed.disarm(mode, side);
                    });
                }
            }
        }
    }

    /** The rule that tells this mode to leave, if any does: in neutral either of the two is enough. */
    private Optional<Rule> exitRule(Mode mode, Side side) {
        List<Rule> rules = mode == Mode.NEUTRAL ? List.of(trend, reversion) : List.of(rule(mode));
        return rules.stream().filter(rule -> rule.exits(side)).findFirst();
    }

    private Verdict enter(Bar bar, Mode mode, Side side, List<Signal> signals) {
        if (side == Side.SHORT && !config.allowShort()) {
            return refused("short entries are switched off", bar.close(), Double.NaN);
        }
        Signal.Entry entry = writer.entry(bar, mode, side, entryTrigger(mode, side));
        if (!(side.sign() * (entry.price() - entry.stop()) > 0) || entry.stop() <= 0) {
            return refused("no room for a protective stop", entry.price(), entry.stop());
        }
        signals.add(entry);
        armed.arm(mode, side);
        return signalled(signals);
    }

    private Verdict missing(Bar bar, Mode mode) {
        if (mode == Mode.NEUTRAL) {
            return new Verdict(
                    Gate.REGIME, "neutral: " + disagreement(), bar.values().adx(), Regime.TREND_ADX);
        }
        return rule(mode).missing(nearerSide(bar, mode));
    }

    /** The side to report on: short only where it could be entered and lies on the price's side of the middle. */
    private Side nearerSide(Bar bar, Mode mode) {
        if (!config.allowShort()) {
            return Side.LONG;
        }
        boolean isLow = bar.close()
                < (mode == Mode.TREND ? bar.values().kama() : bar.values().bollingerMiddle());
        return isLow == (mode == Mode.TREND) ? Side.SHORT : Side.LONG;
    }

    private Optional<Side> agreement() {
        Optional<Side> side = trend.entry();
        return side.equals(reversion.entry()) ? side : Optional.empty();
    }

    private String disagreement() {
        return "trend says " + word(trend.entry()) + ", mean reversion says " + word(reversion.entry());
    }

    private String entryTrigger(Mode mode, Side side) {
        return mode == Mode.NEUTRAL
                ? trend.entryTrigger(side) + " and " + reversion.entryTrigger(side)
                : rule(mode).entryTrigger(side);
    }

    private Mode modeFor(Regime regime) {
        return switch (config.modes()) {
            case TREND -> Mode.TREND;
            case MEAN_REVERSION -> Mode.MEAN_REVERSION;
            case DUAL -> Mode.of(regime);
        };
    }

    private Rule rule(Mode mode) {
        return mode == Mode.TREND ? trend : reversion;
    }

    private static Verdict refused(String detail, double value, double threshold) {
        return new Verdict(Gate.ENTRY_RULE, detail, value, threshold);
    }

    private static Verdict signalled(List<Signal> signals) {
        Signal newest = signals.getLast();
        double stop = newest instanceof Signal.Entry entry ? entry.stop() : Double.NaN;
        return new Verdict(Gate.SIGNAL, newest.explanation().trigger(), newest.price(), stop);
    }

    private static String word(Optional<Side> side) {
        return side.map(wanted -> wanted == Side.LONG ? "long" : "short").orElse("nothing");
    }
}
