package io.fluxhero.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.marketdata.domain.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    private final TradingCalendar calendar = new Beans().calendar();

    @Test
    void has_a_session_on_exactly_the_days_on_which_the_index_was_recorded() {
        List<LocalDate> recorded = CsvBars.bundled("SPX", "1d").stream()
                .map(TradingCalendarTest::dateOf)
                .toList();

        List<LocalDate> sessions = new ArrayList<>();
        for (LocalDate day = recorded.getFirst(); !day.isAfter(recorded.getLast()); day = day.plusDays(1)) {
            calendar.sessionOn(day).ifPresent(session -> sessions.add(session.date()));
        }

        assertThat(sessions).containsExactlyElementsOf(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-07-03",
                "2002-07-05",
                "2002-11-29",
                "2003-12-26",
                "2008-07-03",
                "2013-07-03",
                "2018-12-24",
                "2024-07-03",
                "2025-11-28",
                "2026-12-24"
            })
    void ends_half_days_at_one(String date) {
        TradingCalendar.Session session =
                calendar.sessionOn(LocalDate.parse(date)).orElseThrow();

        assertThat(session.isHalf()).isTrue();
        assertThat(session.close().atZone(TradingCalendar.NEW_YORK).getHour()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002-07-03", "2020-07-02", "2022-07-01", "2026-11-25", "2026-11-20"})
    void ends_whole_days_at_four(String date) {
        TradingCalendar.Session session =
                calendar.sessionOn(LocalDate.parse(date)).orElseThrow();

        assertThat(session.isHalf()).isFalse();
        assertThat(session.close().atZone(TradingCalendar.NEW_YORK).getHour()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26", "2026-12-25", "2026-07-03", "2026-11-21", "2001-09-12", "2012-10-29"})
    void is_closed_on_holidays_and_weekends(String date) {
        assertThat(calendar.sessionOn(LocalDate.parse(date))).isEmpty();
    }

    @Test
    void finds_the_session_after_a_long_weekend() {
        TradingCalendar.Session next = calendar.sessionAfter(LocalDate.parse("2026-11-26"));

        assertThat(next.open()).isEqualTo(Instant.parse("2026-11-27T14:30:00Z"));
        assertThat(next.close()).isEqualTo(Instant.parse("2026-11-27T18:00:00Z"));
    }

    private static LocalDate dateOf(Candle candle) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(candle.openTime()), TradingCalendar.NEW_YORK);
    }
}
