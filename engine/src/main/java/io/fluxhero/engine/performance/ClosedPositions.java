package io.fluxhero.engine.performance;

/**
 * What metrics need of closed trades and of costs.
 *
 * @param pnls net money per trade
 * @param holdingBars per trade
 * @param barsWithPosition bars at whose close something was held
 * @param commission money, open positions included
 * @param slippage money, open positions included
 */
public record ClosedPositions(
        double[] pnls, int[] holdingBars, int barsWithPosition, double commission, double slippage) {

    double averageHoldingBars() {
        double sum = 0;
        for (int bars : holdingBars) {
            sum += bars;
        }
        return holdingBars.length == 0 ? Double.NaN : sum / holdingBars.length;
    }
}
