package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of one length, ascending by time (epoch seconds); null while an indicator warms up. gate and detail are the strategy's answer to the bar. */
public record IndicatorSeries(
        String symbol,
        @Nullable String timeframe,
        List<Long> time,
        List<@Nullable BigDecimal> close,
        List<@Nullable BigDecimal> kama,
        List<@Nullable BigDecimal> atr,
        List<@Nullable BigDecimal> atrAverage,
        List<@Nullable BigDecimal> rsi,
        List<@Nullable BigDecimal> adx,
        List<@Nullable BigDecimal> plusDi,
        List<@Nullable BigDecimal> minusDi,
        List<@Nullable BigDecimal> bollingerUpper,
        List<@Nullable BigDecimal> bollingerMiddle,
        List<@Nullable BigDecimal> bollingerLower,
        List<@Nullable BigDecimal> slope,
        List<@Nullable BigDecimal> rSquared,
        List<@Nullable BigDecimal> efficiencyRatio,
        List<@Nullable String> regime,
        List<@Nullable String> volatility,
        List<@Nullable String> gate,
        List<@Nullable String> detail) {}
