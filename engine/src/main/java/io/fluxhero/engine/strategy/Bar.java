package io.fluxhero.engine.strategy;

import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.regime.Regime;
import io.fluxhero.engine.regime.Volatility;

/** The newest bar as the strategy sees it; {@code values} unrounded. */
record Bar(double close, long volume, IndicatorValues values, Regime regime, Volatility volatility) {

    /** A bar is thin where it trades no more than this share of the usual volume. */
    private static final double THIN = 0.5;

    boolean hasVolume() {
        return volume > THIN * values.averageVolume();
    }
}
