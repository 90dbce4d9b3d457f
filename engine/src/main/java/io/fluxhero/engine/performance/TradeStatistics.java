package io.fluxhero.engine.performance;

/**
 * Figures of the profits and losses of closed trades, net of costs. {@code NaN} is undefined; a trade that breaks even is
 * no win.
 *
 * @param averageLoss mean of what the trades without gain lost, positive
 * @param winLossRatio average win over the mean of true losses
 * @param profitFactor sum of wins over sum of losses; 0 where nothing won, undefined where nothing lost
 */
public record TradeStatistics(
        int trades,
        int wins,
        int losses,
        double winRate,
        double averageWin,
        double averageLoss,
        double winLossRatio,
        double profitFactor) {

    /** Of these profits and losses. */
    public static TradeStatistics of(double[] pnls) {
        int wins = 0;
        int realLosses = 0;
        double won = 0;
        double lost = 0;
        for (double pnl : pnls) {
            if (pnl > 0) {
                wins++;
                won += pnl;
            } else {
                realLosses += pnl < 0 ? 1 : 0;
                lost -= pnl;
            }
        }
        int losses = pnls.length - wins;
        double averageWin = ratio(won, wins);
        return new TradeStatistics(
                pnls.length,
                wins,
                losses,
                ratio(wins, pnls.length),
                averageWin,
                ratio(lost, losses),
                ratio(averageWin, ratio(lost, realLosses)),
                ratio(won, lost));
    }

    private static double ratio(double value, double base) {
        return base > 0 ? value / base : Double.NaN;
    }
}
