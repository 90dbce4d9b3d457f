package io.fluxhero.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarReturnsTest {

    private static long[] times(String... instants) {
        return Stream.of(instants)
                .mapToLong(text -> Instant.parse(text).toEpochMilli())
                .toArray();
    }

    @Test
    void months_compare_their_last_bars_and_years_compound_them() {
        long[] times =
                times("2023-11-10T15:00:00Z", "2023-11-30T15:00:00Z", "2023-12-29T15:00:00Z", "2024-02-01T15:00:00Z");

        List<CalendarReturns.Year> years = CalendarReturns.of(times, new double[] {105, 110, 99, 108.9}, 100)
                .years();

        assertThat(years).extracting(CalendarReturns.Year::year).containsExactly(2023, 2024);
        assertThat(years.get(0).monthPct()[10]).isCloseTo(10, within(1e-12));
        assertThat(years.get(0).monthPct()[11]).isCloseTo(-10, within(1e-12));
        assertThat(years.get(0).monthPct()[9]).isNaN();
        assertThat(years.get(0).yearPct()).isCloseTo(-1, within(1e-12));
        assertThat(years.get(1).monthPct()[0]).isNaN();
        assertThat(years.get(1).monthPct()[1]).isCloseTo(10, within(1e-12));
        assertThat(years.get(1).yearPct()).isCloseTo(10, within(1e-12));
    }

    @Test
    void the_month_is_that_of_new_york() {
        // Still the 31st of January there.
        List<CalendarReturns.Year> years = CalendarReturns.of(times("2024-02-01T03:00:00Z"), new double[] {101}, 100)
                .years();

        assertThat(years.getFirst().monthPct()[0]).isCloseTo(1, within(1e-12));
        assertThat(years.getFirst().monthPct()[1]).isNaN();
    }

    @Test
    void a_year_without_bars_stands_still_and_no_bars_give_no_years() {
        List<CalendarReturns.Year> years = CalendarReturns.of(
                        times("2022-05-02T15:00:00Z", "2024-05-02T15:00:00Z"), new double[] {110, 121}, 100)
                .years();

        assertThat(years).extracting(CalendarReturns.Year::year).containsExactly(2022, 2023, 2024);
        assertThat(years.get(1).yearPct()).isZero();
        assertThat(years.get(2).yearPct()).isCloseTo(10, within(1e-12));
        assertThat(CalendarReturns.of(new long[0], new double[0], 100).years()).isEmpty();
    }
}
