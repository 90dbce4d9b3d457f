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
        boolean volumeValidated) {}
