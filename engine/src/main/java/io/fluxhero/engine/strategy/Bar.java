package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;

/**
 * The newest bar as a signal tells of it; {@code values} unrounded.
 *
 * @param volumeValidated whether volume is reported and not thin
 * @param spreadChecked whether a quote was known
 */
record Bar(
        double close,
        IndicatorValues values,
        Regime regime,
        Volatility volatility,
        boolean volumeValidated,
        boolean spreadChecked) {}
