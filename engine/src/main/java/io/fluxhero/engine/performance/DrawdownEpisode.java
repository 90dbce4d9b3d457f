package io.fluxhero.engine.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One stay below a former peak of equity. Indexes are those of the curve.
 *
 * @param percent depth at the trough, negative
 * @param peak last bar at the peak
 * @param trough deepest bar
 * @param recovery first bar at or above the peak again, -1 while that has not happened
 */
public record DrawdownEpisode(double percent, int peak, int trough, int recovery) {

    /** Whether the peak was reached again. */
    public boolean hasRecovered() {
        return recovery >= 0;
    }

    /** The deepest episodes, deepest first, the earlier of equals first. */
    public static List<DrawdownEpisode> worst(double[] equity, int count) {
        List<DrawdownEpisode> episodes = all(equity);
        episodes.sort(Comparator.comparingDouble(DrawdownEpisode::percent).thenComparingInt(DrawdownEpisode::peak));
        return List.copyOf(episodes.subList(0, Math.min(count, episodes.size())));
    }

    private static List<DrawdownEpisode> all(double[] equity) {
        List<DrawdownEpisode> episodes = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] >= equity[peak]) {
                if (trough > peak) {
                    episodes.add(new DrawdownEpisode(depth(equity, peak, trough), peak, trough, i));
                }
                peak = i;
                trough = i;
            } else if (trough == peak || equity[i] < equity[trough]) {
                trough = i;
            }
        }
        if (trough > peak) {
            episodes.add(new DrawdownEpisode(depth(equity, peak, trough), peak, trough, -1));
        }
        return episodes;
    }

    private static double depth(double[] equity, int peak, int trough) {
        return (equity[trough] - equity[peak]) / equity[peak] * 100;
    }

    /** Percent below the highest value so far, at each bar: 0 at a peak, else negative. */
    public static double[] underwater(double[] equity) {
        double[] percent = new double[equity.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            percent[i] = (equity[i] - peak) / peak * 100;
        }
        return percent;
    }

    /**
     * Root mean square of the percentage drawdowns of all bars. Martin and McCann, The Investor's Guide to Fidelity Funds
     * (1989). 0 where equity never fell; undefined without bars.
     */
    public static double ulcerIndex(double[] equity) {
        double squares = 0;
        for (double percent : underwater(equity)) {
            squares += percent * percent;
        }
        return equity.length == 0 ? Double.NaN : Math.sqrt(squares / equity.length);
    }

    /** Total return over the depth of the deepest fall, both in percent; undefined without a fall. */
    public static double recoveryFactor(double totalReturnPct, double maxDrawdownPct) {
        return maxDrawdownPct == 0 ? Double.NaN : totalReturnPct / Math.abs(maxDrawdownPct);
    }
}
