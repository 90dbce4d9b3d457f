package io.fluxhero.contracts.indicator;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the strategy knew at the close of one bar. Absent values are still warming up.
 *
 * @param meta identity, correlation, event time
 * @param symbol the instrument
 * @param timeframe bar length as a code, for example {@code 1d}
 * @param barTime open time of the bar that this follows from
 * @param close close of the bar
 * @param kama Kaufman adaptive average
 * @param atr average true range (14)
 * @param atrAverage mean ATR of 50 bars
 * @param rsi 0 to 100 (14)
 * @param adx 0 to 100 (14)
 * @param plusDi 0 to 100 (14)
 * @param minusDi 0 to 100 (14)
 * @param bollingerUpper 20 bars, 2 deviations
 * @param bollingerMiddle mean of 20 closes
 * @param bollingerLower 20 bars, 2 deviations
 * @param slope regression slope, price per bar
 * @param rSquared of the regression, 0 to 1
 * @param efficiencyRatio 0 to 1 (10)
 * @param averageVolume mean volume of 20 bars
 * @param regime confirmed
 * @param rawRegime of this bar alone
 * @param regimeBars bars for which the confirmed regime has lasted
 * @param volatility {@code LOW}, {@code NORMAL} or {@code HIGH}
 * @param verdict the answer to this bar
 * @param configHash of the strategy
 */
public record IndicatorsUpdated(
        Meta meta,
        String symbol,
        String timeframe,
        Instant barTime,
        BigDecimal close,
        @Nullable BigDecimal kama,
        @Nullable BigDecimal atr,
        @Nullable BigDecimal atrAverage,
        @Nullable BigDecimal rsi,
        @Nullable BigDecimal adx,
        @Nullable BigDecimal plusDi,
        @Nullable BigDecimal minusDi,
        @Nullable BigDecimal bollingerUpper,
        @Nullable BigDecimal bollingerMiddle,
        @Nullable BigDecimal bollingerLower,
        @Nullable BigDecimal slope,
        @Nullable BigDecimal rSquared,
        @Nullable BigDecimal efficiencyRatio,
        @Nullable Long averageVolume,
        String regime,
        String rawRegime,
        int regimeBars,
        String volatility,
        Verdict verdict,
        String configHash)
        implements IndicatorMessage {

    public IndicatorsUpdated {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(close, "close");
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(rawRegime, "rawRegime");
        Objects.requireNonNull(volatility, "volatility");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(configHash, "configHash");
    }
}
