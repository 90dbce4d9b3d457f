package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.util.Optional;

/** The two rules of the dual mode, and which of them speaks for a mode. */
final class DualRules {

    private final StrategyConfig config;
    private final TrendFollowing trend;
    private final MeanReversion reversion;
    private double close = Double.NaN;
    private double kama = Double.NaN;
    private double middle = Double.NaN;

    DualRules(StrategyConfig config) {
        this.config = config;
        this.trend =
                new TrendFollowing(config.trend().entryBandAtr(), config.trend().exitBandAtr());
        this.reversion = new MeanReversion(
                config.reversion().rsiOversold(), config.reversion().rsiOverbought());
    }

    void update(double price, IndicatorColumns columns, int at) {
        close = price;
        kama = columns.kama()[at];
        middle = columns.bollingerMiddle()[at];
        trend.update(price, kama, columns.atr()[at]);
        reversion.update(price, columns.rsi()[at], columns.bollingerLower()[at], middle, columns.bollingerUpper()[at]);
    }

    Mode modeFor(Regime regime) {
        return switch (config.modes()) {
            case TREND -> Mode.TREND;
            case MEAN_REVERSION -> Mode.MEAN_REVERSION;
            case DUAL -> Mode.of(regime);
        };
    }

    Optional<Side> entry(Mode mode) {
        return mode == Mode.NEUTRAL
                ? Blend.entry(trend.entry(), reversion.entry(), config.requireAgreement())
                : rule(mode).entry();
    }

    boolean exits(Mode mode, Side side) {
        return mode == Mode.NEUTRAL
                ? Blend.exits(trend.exits(side), reversion.exits(side))
                : rule(mode).exits(side);
    }

    String exitTrigger(Mode mode, Side side) {
        boolean speaksTrend = mode == Mode.NEUTRAL ? trend.exits(side) : mode == Mode.TREND;
        return speaksTrend ? trend.exitTrigger(side) : reversion.exitTrigger(side);
    }

    String entryTrigger(Mode mode, Side side) {
        if (mode != Mode.NEUTRAL) {
            return rule(mode).entryTrigger(side);
        }
        if (config.requireAgreement()) {
            return trend.entryTrigger(side) + " and " + reversion.entryTrigger(side);
        }
        return trend.entry().isPresent() ? trend.entryTrigger(side) : reversion.entryTrigger(side);
    }

    /** What an entry in this mode lacks. */
    Verdict missing(Mode mode, double adx) {
        if (mode == Mode.NEUTRAL) {
            String detail =
                    "neutral: trend says " + word(trend.entry()) + ", mean reversion says " + word(reversion.entry());
            return new Verdict(Gate.REGIME, detail, adx, Regime.TREND_ADX);
        }
        return rule(mode).missing(nearerSide(mode));
    }

    /** The side to report on: short only where it could be entered and lies on the price's side of the middle. */
    private Side nearerSide(Mode mode) {
        if (!config.allowShort()) {
            return Side.LONG;
        }
        boolean isLow = close < (mode == Mode.TREND ? kama : middle);
        return isLow == (mode == Mode.TREND) ? Side.SHORT : Side.LONG;
    }

    private Rule rule(Mode mode) {
        return mode == Mode.TREND ? trend : reversion;
    }

    private static String word(Optional<Side> side) {
        return side.map(wanted -> wanted == Side.LONG ? "long" : "short").orElse("nothing");
    }
}
