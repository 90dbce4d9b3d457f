package io.fluxhero.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the closings that the exchange published. */
class TradingCalendarTest {

    private final TradingCalendar nyse = TradingCalendar.nyse();

    @ParameterizedTest
    @CsvSource({
        "2024, 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25, 07-03 11-29 12-24, 252",
        "2025, 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25, 07-03 11-28 12-24, 250",
        "2026, 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25, 11-27 12-24, 251",
        "2027, 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24, 11-26, 251",
        "2028, 01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25, 07-03 11-24, 251",
        "2029, 01-01 01-15 02-19 03-30 05-28 06-19 07-04 09-03 11-22 12-25, 07-03 11-23 12-24, 251"
    })
    void knows_the_days_of_a_year(int year, String closed, String half, int sessions) {
        List<LocalDate> weekdays = Stream.iterate(LocalDate.of(year, 1, 1), day -> day.plusDays(1))
                .limit(LocalDate.of(year, 1, 1).lengthOfYear())
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .toList();

        assertThat(weekdays.stream()
                        .filter(day -> nyse.sessionOn(day).isEmpty())
                        .toList())
                .isEqualTo(days(year, closed));
        assertThat(weekdays.stream()
                        .filter(day ->
                                nyse.sessionOn(day).map(TradingSession::isHalf).orElse(false))
                        .toList())
                .isEqualTo(days(year, half));
        assertThat(weekdays.stream().filter(day -> nyse.sessionOn(day).isPresent()))
                .hasSize(sessions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2001-07-03", "2002-07-05", "2002-11-29", "2003-12-26", "2008-07-03", "2013-07-03", "2018-12-24"
            })
    void ends_half_days_at_one(String date) {
        TradingSession session = nyse.sessionOn(LocalDate.parse(date)).orElseThrow();

        assertThat(Instant.ofEpochMilli(session.close())
                        .atZone(TradingCalendar.NEW_YORK)
                        .getHour())
                .isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-09-12", "2004-06-11", "2012-10-29", "2018-12-05", "2025-01-09", "2026-11-21"})
    void is_closed_by_decree_and_on_weekends(String date) {
        assertThat(nyse.sessionOn(LocalDate.parse(date))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002-07-03", "2020-07-02", "2021-06-18", "2021-12-31"})
    void is_whole_where_the_rule_does_not_reach(String date) {
        assertThat(nyse.sessionOn(LocalDate.parse(date)).orElseThrow().isHalf()).isFalse();
    }

    @Test
    void finds_the_session_after_a_long_weekend() {
        TradingSession next = nyse.sessionAfter(LocalDate.parse("2026-11-26"));

        assertThat(Instant.ofEpochMilli(next.open())).isEqualTo(Instant.parse("2026-11-27T14:30:00Z"));
        assertThat(Instant.ofEpochMilli(next.close())).isEqualTo(Instant.parse("2026-11-27T18:00:00Z"));
    }

    @Test
    void follows_summer_time() {
        assertThat(nyse.sessionOn(LocalDate.parse("2026-03-06")).orElseThrow().open())
                .isEqualTo(Instant.parse("2026-03-06T14:30:00Z").toEpochMilli());
        assertThat(nyse.sessionOn(LocalDate.parse("2026-03-09")).orElseThrow().open())
                .isEqualTo(Instant.parse("2026-03-09T13:30:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T14:29:59Z, true",
        "2026-11-27T14:30:00Z, false",
        "2026-11-27T17:00:00Z, true",
        "2026-11-27T18:00:00Z, true",
        "2026-11-25T18:00:00Z, false",
        "2026-11-25T21:00:00Z, true",
        "2026-11-26T16:00:00Z, true"
    })
    void trade_is_thin_outside_the_session_and_over_lunch(String time, boolean illiquid) {
        assertThat(nyse.isIlliquid(Instant.parse(time).toEpochMilli())).isEqualTo(illiquid);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T20:44:59Z, false",
        "2026-11-25T20:45:00Z, true",
        "2026-11-25T20:59:59Z, true",
        "2026-11-25T21:00:00Z, false",
        "2026-11-27T17:45:00Z, true",
        "2026-11-26T20:50:00Z, false"
    })
    void the_close_is_near_for_the_last_minutes(String time, boolean near) {
        assertThat(nyse.isNearClose(Instant.parse(time).toEpochMilli(), 15)).isEqualTo(near);
    }

    private static List<LocalDate> days(int year, String days) {
        return Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
    }
}
