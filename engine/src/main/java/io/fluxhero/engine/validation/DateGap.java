package io.fluxhero.engine.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Two neighbouring bars that are too far apart.
 *
 * @param before index of the earlier one
 * @param after index of the later one
 * @param days calendar days between them
 */
public record DateGap(int before, int after, double days) {

    /** A long weekend is no gap: more days than these are. */
    public static final double MOST_DAYS = 5;

    private static final double MILLIS_PER_DAY = 86_400_000;

    /**
     * The gaps of a series.
     *
     * @param times epoch milliseconds, rising
     */
    public static List<DateGap> of(long[] times, double mostDays) {
        List<DateGap> gaps = new ArrayList<>();
        for (int i = 1; i < times.length; i++) {
            double days = (times[i] - times[i - 1]) / MILLIS_PER_DAY;
            if (days > mostDays) {
                gaps.add(new DateGap(i - 1, i, days));
            }
        }
        return gaps;
    }
}
