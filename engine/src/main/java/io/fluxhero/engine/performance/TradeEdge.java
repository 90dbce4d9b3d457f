package io.fluxhero.engine.performance;

import java.util.Arrays;

/**
 * What an average trade is worth, and how sure that is. {@code NaN} is undefined.
 *
 * @param expectancy mean profit per trade, money, net of costs
 * @param averageR mean profit in units of the risk that was taken at entry (Van Tharp's R), over the trades that know it
 * @param systemQuality see {@link #systemQuality}; of R multiples where every trade has one, else of profits
 * @param kelly see {@link #kelly}
 * @param longestWinStreak most profitable trades in a row
 * @param longestLossStreak most losing trades in a row; a trade that breaks even ends both
 * @param bestTrade money
 * @param worstTrade money
 */
public record TradeEdge(
        double expectancy,
        double averageR,
        double systemQuality,
        double kelly,
        int longestWinStreak,
        int longestLossStreak,
        double bestTrade,
        double worstTrade) {

    /** Of trades in the order of their exits; {@code rMultiples} are {@code NaN} where the risk is not known. */
    public static TradeEdge of(double[] pnls, double[] rMultiples) {
        TradeStatistics statistics = TradeStatistics.of(pnls);
        double[] known =
                Arrays.stream(rMultiples).filter(value -> !Double.isNaN(value)).toArray();
        return new TradeEdge(
                Moments.mean(pnls),
                Moments.mean(known),
                systemQuality(known.length == pnls.length ? known : pnls),
                kelly(statistics.winRate(), statistics.averageWin(), statistics.averageLoss()),
                longestStreak(pnls, 1),
                longestStreak(pnls, -1),
                Arrays.stream(pnls).max().orElse(Double.NaN),
                Arrays.stream(pnls).min().orElse(Double.NaN));
    }

    /**
     * System quality number: {@code sqrt(n) * mean / sample deviation}. Tharp, Definitive Guide to Position Sizing (2008),
     * there capped at n = 100, here not. Undefined below two trades or without deviation.
     */
    public static double systemQuality(double[] results) {
        Moments moments = Moments.of(results);
        return results.length < 2 || moments.isFlat()
                ? Double.NaN
                : Math.sqrt(results.length) * moments.mean() / moments.sampleDeviation();
    }

    /**
     * Fraction of capital that maximises growth: {@code w - (1 - w) / (average win / average loss)}, held within 0 and 1.
     * Kelly, A new interpretation of information rate (1956). Undefined where all or none won, or an average is not above
     * 0.
     *
     * @param winRate fraction
     * @param averageLoss positive
     */
    public static double kelly(double winRate, double averageWin, double averageLoss) {
        boolean defined = winRate > 0 && winRate < 1 && averageWin > 0 && averageLoss > 0;
        return defined ? Math.clamp(winRate - (1 - winRate) / (averageWin / averageLoss), 0.0, 1.0) : Double.NaN;
    }

    /** Longest run of profits of this sign: +1 gains, -1 losses. */
    public static int longestStreak(double[] pnls, int sign) {
        int longest = 0;
        int current = 0;
        for (double pnl : pnls) {
            current = pnl * sign > 0 ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        return longest;
    }
}
