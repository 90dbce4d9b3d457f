package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Trades of one mode, regime or reason of exit. */
public record TradesInCommon(
        int trades,
        @Nullable BigDecimal winRate,
        BigDecimal pnl,
        @Nullable BigDecimal profitFactor,
        @Nullable BigDecimal averageR,
        @Nullable BigDecimal avgHoldingBars) {}
