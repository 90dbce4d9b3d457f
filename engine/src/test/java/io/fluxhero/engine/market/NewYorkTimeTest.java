package io.fluxhero.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the library, on every day: before the table, in it, and beyond it. */
class NewYorkTimeTest {

    private static final LocalTime[] TIMES = {
        LocalTime.of(3, 0), LocalTime.of(9, 30), LocalTime.NOON, LocalTime.of(13, 0), LocalTime.of(16, 0)
    };

    @ParameterizedTest
    @CsvSource({"1965-01-01, 1975-12-31", "2000-01-01, 2036-12-31", "2038-01-01, 2045-12-31"})
    void says_what_the_library_says(LocalDate from, LocalDate to) {
        from.datesUntil(to).forEach(NewYorkTimeTest::isAsInTheLibrary);
    }

    private static void isAsInTheLibrary(LocalDate date) {
        long day = date.toEpochDay();
        long midnight = millis(date.atStartOfDay(TradingCalendar.NEW_YORK).toInstant());

        assertThat(NewYorkTime.startOf(day)).as("%s", date).isEqualTo(midnight);
        assertThat(NewYorkTime.dayOf(midnight)).as("%s", date).isEqualTo(day);
        assertThat(NewYorkTime.dayOf(midnight - 1)).as("before %s", date).isEqualTo(day - 1);
        for (LocalTime time : TIMES) {
            assertThat(NewYorkTime.at(day, time.toNanoOfDay() / 1_000_000))
                    .as("%s %s", date, time)
                    .isEqualTo(millis(
                            date.atTime(time).atZone(TradingCalendar.NEW_YORK).toInstant()));
        }
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
