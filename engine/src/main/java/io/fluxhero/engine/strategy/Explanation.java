package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;

/**
 * Why a signal was given, with the figures; {@code NaN} is unknown. Texts are made by {@link ExplanationText}.
 *
 * @param entry whether it opens a position; otherwise it closes one
 * @param stop protective stop of an entry, {@code NaN} for exits
 * @param trigger the rule that fired, in words
 * @param noiseFilterPassed whether every switched-on noise rule that could be checked passed; exits always pass
 * @param volumeValidated whether the volume rule could be checked and passed
 * @param spreadChecked whether a quote was known, so that the spread rule could be checked
 */
public record Explanation(
        boolean entry,
        Side side,
        Mode mode,
        Regime regime,
        Volatility volatility,
        double price,
        double atr,
        double kama,
        double rsi,
        double adx,
        double rSquared,
        double stop,
        String trigger,
        boolean noiseFilterPassed,
        boolean volumeValidated,
        boolean spreadChecked) {

    /** The same, with this stop. */
    Explanation withStop(double protection) {
        return new Explanation(
                entry,
                side,
                mode,
                regime,
                volatility,
                price,
                atr,
                kama,
                rsi,
                adx,
                rSquared,
                protection,
                trigger,
                noiseFilterPassed,
                volumeValidated,
                spreadChecked);
    }

    /** Of a strategy that measures nothing of what the dual mode measures: every figure unknown, regime neutral. */
    static Explanation of(boolean entry, Side side, Mode mode, double price, double stop, String trigger) {
        double unknown = Double.NaN;
        return new Explanation(
                entry,
                side,
                mode,
                Regime.NEUTRAL,
                Volatility.NORMAL,
                price,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                stop,
                trigger,
                true,
                false,
                false);
    }
}
