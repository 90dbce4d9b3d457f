package io.fluxhero.engine.performance;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Returns by month and by year of the exchange: equity at the last bar of a month over that of the month before. Months
 * without a bar are {@code NaN}. A year compounds its months.
 */
public record CalendarReturns(List<Year> years) {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final int MONTHS = 12;

    /**
     * A row of the grid.
     *
     * @param monthPct percent, twelve of them from January on
     * @param yearPct percent
     */
    public record Year(int year, double[] monthPct, double yearPct) {}

    /**
     * Of a curve.
     *
     * @param times of its values, epoch milliseconds, rising
     * @param initialEquity before the first value
     */
    public static CalendarReturns of(long[] times, double[] equity, double initialEquity) {
        SortedMap<YearMonth, Double> ends = new TreeMap<>();
        for (int i = 0; i < times.length; i++) {
            ends.put(YearMonth.from(Instant.ofEpochMilli(times[i]).atZone(EXCHANGE)), equity[i]);
        }
        List<Year> years = new ArrayList<>();
        double before = initialEquity;
        int first = ends.isEmpty() ? 0 : ends.firstKey().getYear();
        int last = ends.isEmpty() ? -1 : ends.lastKey().getYear();
        for (int year = first; year <= last; year++) {
            Year row = year(year, ends, before);
            years.add(row);
            before *= 1 + row.yearPct() / 100;
        }
        return new CalendarReturns(List.copyOf(years));
    }

    private static Year year(int year, SortedMap<YearMonth, Double> ends, double start) {
        double[] months = new double[MONTHS];
        Arrays.fill(months, Double.NaN);
        double before = start;
        for (int month = 1; month <= MONTHS; month++) {
            Double end = ends.get(YearMonth.of(year, month));
            if (end != null) {
                months[month - 1] = (end / before - 1) * 100;
                before = end;
            }
        }
        return new Year(year, months, (before / start - 1) * 100);
    }
}
