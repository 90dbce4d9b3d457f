package io.fluxhero.engine.strategy;

import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;

/**
 * The newest bar as a signal tells of it, unrounded.
 *
 * @param averageVolume shares, this bar included
 * @param volumeValidated whether volume is reported and not thin
 * @param spreadChecked whether a quote was known
 */
record Bar(
        double close,
        double atr,
        double kama,
        double rsi,
        double adx,
        double rSquared,
        double averageVolume,
        Regime regime,
        Volatility volatility,
        boolean volumeValidated,
        boolean spreadChecked) {}
