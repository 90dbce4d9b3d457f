package io.fluxhero.engine.strategy;

/**
 * How the closed trades of one mode went, as a value.
 *
 * @param trades closed trades
 * @param wins those with a profit above 0
 * @param totalPnl sum of profits, money
 * @param peakPnl highest sum of profits so far, 0 or more, money
 * @param maxPnlDrawdown greatest fall of that sum, as a fraction of its peak, the peak counted as at least 1
 * @param startEquity equity before the first trade, {@code NaN} where there is none
 * @param maxEquityDrawdown greatest fall, as a fraction of the highest {@code startEquity} plus profits
 * @param returns sum of the trades' returns: profit over equity at entry
 * @param squaredReturns sum of their squares
 */
public record ModePerformance(
        int trades,
        int wins,
        double totalPnl,
        double peakPnl,
        double maxPnlDrawdown,
        double startEquity,
        double maxEquityDrawdown,
        double returns,
        double squaredReturns) {

    /** No trades. */
    public static ModePerformance none() {
        return new ModePerformance(0, 0, 0, 0, 0, Double.NaN, 0, 0, 0);
    }

    /** With one more trade; {@code equityAtEntry} above 0. */
    public ModePerformance with(double pnl, double equityAtEntry) {
        double total = totalPnl + pnl;
        double peak = StrictMath.max(peakPnl, total);
        double start = trades == 0 ? equityAtEntry : startEquity;
        double change = pnl / equityAtEntry;
        return new ModePerformance(
                trades + 1,
                wins + (pnl > 0 ? 1 : 0),
                total,
                peak,
                StrictMath.max(maxPnlDrawdown, (peak - total) / StrictMath.max(1, peak)),
                start,
                StrictMath.max(maxEquityDrawdown, (peak - total) / (start + peak)),
                returns + change,
                squaredReturns + change * change);
    }

    /** Trades that were not won. */
    public int losses() {
        return trades - wins;
    }

    /** Share of trades won, 0 where there is none. */
    public double winRate() {
        return trades == 0 ? 0 : (double) wins / trades;
    }

    /** Mean over sample deviation of the trades' returns, not annualised; {@code NaN} where that is undefined. */
    public double sharpePerTrade() {
        if (trades < 2) {
            return Double.NaN;
        }
        double mean = returns / trades;
        double variance = (squaredReturns - returns * mean) / (trades - 1);
        return variance > 0 ? mean / StrictMath.sqrt(variance) : Double.NaN;
    }
}
