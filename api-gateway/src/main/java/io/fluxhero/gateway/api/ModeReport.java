package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a mode did since it was last judged; weight is the factor on its risk per trade that followed from it. */
public record ModeReport(
        String mode,
        BigDecimal weight,
        int trades,
        int wins,
        int losses,
        BigDecimal winRatePct,
        BigDecimal totalPnl,
        @Nullable BigDecimal sharpePerTrade,
        BigDecimal maxDrawdownPct) {}
