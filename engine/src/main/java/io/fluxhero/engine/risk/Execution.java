package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Side;

/**
 * One fill, applied once.
 *
 * @param orderId order that filled
 * @param entryOrderId entry that opened the position; equals {@code orderId} for entries
 * @param barTime open time of the bar in which it filled, epoch milliseconds
 * @param side direction of the position opened or closed
 * @param priceMicros per share
 * @param commissionMicros for this fill
 * @param slippageMicros money given up against the reference price
 */
public record Execution(
        String orderId,
        String entryOrderId,
        String symbol,
        long barTime,
        Intent intent,
        Side side,
        long shares,
        long priceMicros,
        long commissionMicros,
        long slippageMicros) {}
