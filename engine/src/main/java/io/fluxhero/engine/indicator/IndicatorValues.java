package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.Micros;

/**
 * Everything measured at the close of one bar; {@code NaN} is not known yet.
 *
 * @param kama Kaufman adaptive average (10, 2, 30), price units
 * @param atr average true range (14), price units
 * @param atrAverage mean of the last 50 ATR values
 * @param rsi relative strength (14), 0 to 100
 * @param adx average directional movement (14), 0 to 100
 * @param plusDi positive directional indicator (14)
 * @param minusDi negative directional indicator (14)
 * @param bollingerUpper mean plus 2 population deviations of 20 closes
 * @param bollingerMiddle mean of 20 closes
 * @param bollingerLower mean less 2 population deviations of 20 closes
 * @param slope least-squares slope of the regression window, price per bar
 * @param rSquared determination of that regression, 0 to 1
 * @param efficiencyRatio net move over path (10), 0 to 1
 * @param averageVolume mean volume of the last 20 bars, this one included
 */
public record IndicatorValues(
        double kama,
        double atr,
        double atrAverage,
        double rsi,
        double adx,
        double plusDi,
        double minusDi,
        double bollingerUpper,
        double bollingerMiddle,
        double bollingerLower,
        double slope,
        double rSquared,
        double efficiencyRatio,
        double averageVolume) {

    /** The same as a message carries it: six decimals, volume in whole shares. */
    public IndicatorValues rounded() {
        return new IndicatorValues(
                Micros.round(kama),
                Micros.round(atr),
                Micros.round(atrAverage),
                Micros.round(rsi),
                Micros.round(adx),
                Micros.round(plusDi),
                Micros.round(minusDi),
                Micros.round(bollingerUpper),
                Micros.round(bollingerMiddle),
                Micros.round(bollingerLower),
                Micros.round(slope),
                Micros.round(rSquared),
                Micros.round(efficiencyRatio),
                StrictMath.rint(averageVolume));
    }
}
