package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;
import java.util.List;

/**
 * Everything the strategy has to say about one bar. Numbers are rounded to six decimals, as messages carry them, so
 * that a decision made from the message equals one made in process.
 *
 * @param regime confirmed regime
 * @param rawRegime regime of this bar alone
 * @param regimeBars bars for which the confirmed regime has lasted
 * @param signals exits first, then at most one entry; mostly empty
 */
public record BarOutcome(
        IndicatorValues indicators,
        Regime regime,
        Regime rawRegime,
        int regimeBars,
        Volatility volatility,
        Verdict verdict,
        List<Signal> signals) {}
