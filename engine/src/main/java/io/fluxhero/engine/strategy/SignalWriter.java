package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;

/** Turns what a rule found into a signal with its exit plan and its reasons, rounded as a message carries them. */
final class SignalWriter {

    private final StrategyConfig config;

    SignalWriter(StrategyConfig config) {
        this.config = config;
    }

    /**
     * Where the protective stop of an entry begins, six decimals; {@code NaN} where ATR is needed and unknown.
     *
     * @param factor on its distance
     */
    double stop(double price, double atr, Mode mode, Side side, double factor) {
        return Micros.round(
                trails(price, atr, mode, side) ? trendStop(price, atr, side, factor) : fixedStop(price, side, factor));
    }

    Signal.Entry entry(Bar bar, Mode mode, Side side, String trigger, SpikeWatch spikes) {
        double atr = bar.atr();
        double stop = stop(bar.close(), atr, mode, side, spikes.stopFactor());
        return new Signal.Entry(
                mode,
                side,
                Micros.round(bar.close()),
                stop,
                Double.NaN,
                trails(bar.close(), atr, mode, side) ? config.trend().trendStopAtr() : Double.NaN,
                StrictMath.rint(bar.averageVolume()),
                explanation(bar, mode, side, true, stop, spikes.told(trigger)),
                EntryTerms.MARKET,
                Micros.round(spikes.sizeFactor()));
    }

    private boolean trails(double price, double atr, Mode mode, Side side) {
        return switch (mode) {
            case TREND -> true;
            case MEAN_REVERSION -> false;
            case NEUTRAL -> isTighter(price, trendStop(price, atr, side, 1), fixedStop(price, side, 1));
        };
    }

    private double trendStop(double price, double atr, Side side, double factor) {
        return Stops.byRange(price, side, atr, config.trend().trendStopAtr() * factor);
    }

    private double fixedStop(double price, Side side, double factor) {
        return Stops.fixed(price, side, config.reversion().meanReversionStopRatio() * factor);
    }

    Signal.Exit exit(Bar bar, Mode mode, Side side, String trigger) {
        Explanation explanation = explanation(bar, mode, side, false, Double.NaN, trigger);
        return new Signal.Exit(mode, side, Micros.round(bar.close()), explanation);
    }

    private static boolean isTighter(double price, double stop, double other) {
        return StrictMath.abs(price - stop) < StrictMath.abs(price - other);
    }

    /** An entry has passed the noise filter, or there would be none; exits are never filtered. */
    private static Explanation explanation(Bar bar, Mode mode, Side side, boolean entry, double stop, String trigger) {
        return new Explanation(
                entry,
                side,
                mode,
                bar.regime(),
                bar.volatility(),
                Micros.round(bar.close()),
                Micros.round(bar.atr()),
                Micros.round(bar.kama()),
                Micros.round(bar.rsi()),
                Micros.round(bar.adx()),
                Micros.round(bar.rSquared()),
                stop,
                trigger,
                true,
                bar.volumeValidated(),
                bar.spreadChecked());
    }
}
