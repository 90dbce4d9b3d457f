package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Explanation;
import io.fluxhero.engine.strategy.Mode;

/**
 * A position from its entry to its exit. Times are bar open times in epoch milliseconds, money in micros;
 * {@code pnlMicros} is net of both commissions.
 */
public record ClosedTrade(
        String symbol,
        Side side,
        Mode mode,
        long entryTime,
        long entryPriceMicros,
        long exitTime,
        long exitPriceMicros,
        long shares,
        long initialStopMicros,
        long lastStopMicros,
        long commissionMicros,
        long slippageMicros,
        long pnlMicros,
        int holdingBars,
        Intent exitBy,
        Explanation entryExplanation,
        long riskMicros,
        double riskPercent) {}
