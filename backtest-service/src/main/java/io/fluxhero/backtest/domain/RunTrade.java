package io.fluxhero.backtest.domain;

import io.fluxhero.contracts.signal.Explanation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One simulated position, closed or still open. Times are bar open times; profit is net of both commissions.
 *
 * @param side 1 long, -1 short
 * @param pnl the same as {@code realizedPnl}
 * @param slippage money
 * @param rMultiple profit over the money at risk
 * @param mae most that it was down while held, money, 0 or more
 * @param mfe most that it was up while held
 */
public record RunTrade(
        String id,
        String symbol,
        int side,
        String sideName,
        double entryPrice,
        Instant entryTime,
        @Nullable Double exitPrice,
        @Nullable Instant exitTime,
        long shares,
        @Nullable Double stopLoss,
        @Nullable Double takeProfit,
        @Nullable Double currentPrice,
        @Nullable Double realizedPnl,
        @Nullable Double unrealizedPnl,
        @Nullable Double pnl,
        @Nullable Double pnlPct,
        String status,
        @Nullable String strategy,
        @Nullable String regime,
        @Nullable String signalReason,
        @Nullable Explanation signalExplanation,
        double commission,
        @Nullable Double slippage,
        @Nullable Integer holdingBars,
        @Nullable String exitReason,
        @Nullable Double rMultiple,
        @Nullable Double mae,
        @Nullable Double mfe) {}
