package io.fluxhero.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.TradingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's calendar against an index that was recorded, and against another's list of holidays. */
class TradingCalendarTest {

    private final TradingCalendar calendar = TradingCalendar.nyse();

    @Test
    void has_a_session_on_exactly_the_days_on_which_the_index_was_recorded() {
        List<LocalDate> recorded = CsvBars.bundled("SPX", "1d").stream()
                .map(TradingCalendarTest::dateOf)
                .toList();

        assertThat(sessions(recorded.getFirst(), recorded.getLast())).containsExactlyElementsOf(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {2000, 2005, 2010, 2015, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2030, 2035})
    void has_the_holidays_of_an_independent_list(int year) {
        HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));

        List<LocalDate> listed = Year.of(year)
                .atDay(1)
                .datesUntil(Year.of(year + 1).atDay(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !holidays.isHoliday(day))
                .toList();

        assertThat(sessions(listed.getFirst(), listed.getLast())).containsExactlyElementsOf(listed);
    }

    private List<LocalDate> sessions(LocalDate first, LocalDate last) {
        List<LocalDate> sessions = new ArrayList<>();
        first.datesUntil(last.plusDays(1))
                .forEach(day -> calendar.sessionOn(day).ifPresent(session -> sessions.add(session.date())));
        return sessions;
    }

    private static LocalDate dateOf(Candle candle) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(candle.openTime()), TradingCalendar.NEW_YORK);
    }
}
