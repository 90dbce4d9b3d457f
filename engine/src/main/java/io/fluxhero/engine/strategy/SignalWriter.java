package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;

/** Turns what a rule found into a signal with its exit plan and its reasons, rounded as a message carries them. */
final class SignalWriter {

    private final StrategyConfig config;

    SignalWriter(StrategyConfig config) {
        this.config = config;
    }

    Signal.Entry entry(Bar bar, Mode mode, Side side, String trigger) {
        double trendStop = Stops.byRange(bar.close(), side, bar.values().atr(), config.trendStopAtr());
        double fixedStop = Stops.fixed(bar.close(), side, config.meanReversionStopRatio());
        boolean trails = switch (mode) {
            case TREND -> true;
            case MEAN_REVERSION -> false;
            case NEUTRAL -> isTighter(bar.close(), trendStop, fixedStop);
        };
        double stop = Micros.round(trails ? trendStop : fixedStop);
        return new Signal.Entry(
                mode,
                side,
                Micros.round(bar.close()),
                stop,
                trails ? config.trendStopAtr() : Double.NaN,
                StrictMath.rint(bar.values().averageVolume()),
                explanation(bar, mode, side, true, stop, trigger));
    }

    Signal.Exit exit(Bar bar, Mode mode, Side side, String trigger) {
        Explanation explanation = explanation(bar, mode, side, false, Double.NaN, trigger);
        return new Signal.Exit(mode, side, Micros.round(bar.close()), explanation);
    }

    private static boolean isTighter(double price, double stop, double other) {
        return StrictMath.abs(price - stop) < StrictMath.abs(price - other);
    }

    /**
     * No noise rule is enforced yet. The explanation says what the one rule that needs no quotes found: volume. Exits
     * are never filtered.
     */
    private static Explanation explanation(Bar bar, Mode mode, Side side, boolean entry, double stop, String trigger) {
        IndicatorValues values = bar.values().rounded();
        return new Explanation(
                entry,
                side,
                mode,
                bar.regime(),
                bar.volatility(),
                Micros.round(bar.close()),
                values.atr(),
                values.kama(),
                values.rsi(),
                values.adx(),
                values.rSquared(),
                stop,
                trigger,
                !entry || bar.hasVolume(),
                bar.hasVolume());
    }
}
