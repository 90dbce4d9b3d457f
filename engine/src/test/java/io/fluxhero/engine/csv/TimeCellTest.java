package io.fluxhero.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCellTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final TimeCell intraday = new TimeCell((byte) ',', false);
    private final TimeCell daily = new TimeCell((byte) ',', true);

    /** As the whole file and as one cell of a line: the answer and the end must be the same. */
    private static long read(TimeCell cell, String text) {
        byte[] alone = text.getBytes(StandardCharsets.ISO_8859_1);
        long value = cell.read(alone, 0, alone.length);
        int end = cell.end();
        byte[] within = ("x," + text + ",10,12\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(cell.read(within, 2, within.length))
                .as(text + " within a line")
                .isEqualTo(value);
        if (value != TimeCell.NONE) {
            assertThat(end).as("end of " + text).isEqualTo(text.length());
            assertThat(cell.end()).as("end of " + text + " within a line").isEqualTo(text.length() + 2);
        }
        return value;
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-08T00:00Z, 2024-07-08T00:00:00Z",
        "2024-07-08t23:59:59z, 2024-07-08T23:59:59Z",
        "2024-07-08 09:30:01 Z, 2024-07-08T09:30:01Z",
        "2024-07-08T09:30:00.5Z, 2024-07-08T09:30:00.500Z",
        "2024-07-08T09:30:00.123456789Z, 2024-07-08T09:30:00.123Z",
        "2024-07-08T09:30:00.090, 2024-07-08T13:30:00.090Z",
        "2024-07-08T09:30+02, 2024-07-08T07:30:00Z",
        "2024-07-08T09:30+0530, 2024-07-08T04:00:00Z",
        "2024-07-08T09:30-03:45, 2024-07-08T13:15:00Z",
        "2024-07-08T09:30+18:00, 2024-07-07T15:30:00Z",
        "2024-07-08T09:30-00:59, 2024-07-08T10:29:00Z",
        "07/08/2024 09:30, 2024-07-08T13:30:00Z",
        "2024/07/08 09:30, 2024-07-08T13:30:00Z",
        "0, 1970-01-01T00:00:00Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "1720445400123, 2024-07-08T13:30:00.123Z",
        "1720445400.0, 2024-07-08T13:30:00Z",
        "1720445400.000, 2024-07-08T13:30:00Z",
        "300, 1970-01-01T00:05:00Z"
    })
    void reads_a_time_of_day(String text, Instant expected) {
        assertThat(read(intraday, text)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-07-08T24:00",
                "2024-07-08T09:60",
                "2024-07-08T09:30:60",
                "2024-07-08T0x:30",
                "2024-07-08T09:3x",
                "2024-07-08T09:30:0x",
                "2024-07-08T09.30",
                "2024-07-08T09:3",
                "2024-07-08Tx",
                "2024-07-08_09:30",
                "2024-07-08T09:30Zx",
                "2024-07-08T09:30zulu",
                "2024-07-08T09:30+19:00",
                "2024-07-08T09:30+02:60",
                "2024-07-08T09:30+02:3",
                "2024-07-08T09:30+02:30x",
                "2024-07-08T09:30+x2:30",
                "2024-07-08T09:30*02:30",
                "2024-07-08T09:30+2",
                "2024-07-08T09:30 ",
                "2024-00-08",
                "2024-07-00",
                "2024-07-32",
                "x024-07-08",
                "2024-07-0x",
                "0x/08/2024",
                "13/08/2024",
                "2024/13/08",
                "20241301",
                "20240230",
                "12345678901234567",
                "17204454x0",
                "1720445400.5",
                ".0",
                "-1"
            })
    void refuses_what_is_almost_a_time(String text) {
        assertThat(read(intraday, text)).isEqualTo(TimeCell.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 2024-01-32",
        "2023-02-28, 2023-02-29",
        "2024-02-29, 2024-02-30",
        "1900-02-28, 1900-02-29",
        "2000-02-29, 2000-02-30",
        "2024-03-31, 2024-03-32",
        "2024-04-30, 2024-04-31",
        "2024-05-31, 2024-05-32",
        "2024-06-30, 2024-06-31",
        "2024-07-31, 2024-07-32",
        "2024-08-31, 2024-08-32",
        "2024-09-30, 2024-09-31",
        "2024-10-31, 2024-10-32",
        "2024-11-30, 2024-11-31",
        "2024-12-31, 2024-12-32"
    })
    void knows_the_last_day_of_each_month(LocalDate last, String after) {
        assertThat(read(daily, last.toString()))
                .isEqualTo(last.atStartOfDay(NEW_YORK).toInstant().toEpochMilli());
        assertThat(read(daily, after)).isEqualTo(TimeCell.NONE);
    }

    @Test
    void agrees_with_the_calendar_on_every_day_of_two_centuries() {
        for (LocalDate day = LocalDate.of(1890, 1, 1); day.getYear() < 2090; day = day.plusDays(1)) {
            byte[] text = day.toString().getBytes(StandardCharsets.ISO_8859_1);

            assertThat(daily.read(text, 0, text.length))
                    .as(day.toString())
                    .isEqualTo(day.atStartOfDay(NEW_YORK).toInstant().toEpochMilli());
        }
    }

    @Test
    @Tag("issue-3")
    void agrees_with_the_time_zone_before_at_and_after_each_change_of_clocks() {
        for (LocalDateTime local = LocalDateTime.of(2024, 3, 9, 0, 0); local.getYear() < 2025; local = next(local)) {
            assertThat(intraday.read(bytes(local), 0, 19)).as(local.toString()).isEqualTo(millis(local));
        }
    }

    /** Minute by minute in the nights in which the clocks change, else hour by hour. */
    private static LocalDateTime next(LocalDateTime local) {
        boolean changes = local.toLocalDate().equals(LocalDate.of(2024, 3, 10))
                || local.toLocalDate().equals(LocalDate.of(2024, 11, 3));
        return changes && local.getHour() < 4 ? local.plusMinutes(1) : local.plusHours(1);
    }

    @Test
    void agrees_with_the_time_zone_in_whatever_order_times_come() {
        long seed = 20261126;
        Random random = new Random(seed);
        long from = LocalDateTime.of(1890, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long until = LocalDateTime.of(2060, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        for (int i = 0; i < 5_000; i++) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(random.nextLong(from, until), 0, ZoneOffset.UTC);

            assertThat(intraday.read(bytes(local), 0, 19))
                    .as("%s, seed %d", local, seed)
                    .isEqualTo(millis(local));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-08T05:00:00Z, 2024-03-08",
        "2024-03-08T04:59:59Z, 2024-03-07",
        "2024-03-08T00:00:00Z, 2024-03-08",
        "1709873999, 2024-03-07",
        "1709874000, 2024-03-08",
        "2024-03-08T23:30:00, 2024-03-08",
        "2024-03-08T23:30:00.750, 2024-03-08"
    })
    void a_daily_bar_belongs_to_the_exchange_date_of_its_instant(String text, LocalDate date) {
        assertThat(read(daily, text))
                .isEqualTo(date.atStartOfDay(NEW_YORK).toInstant().toEpochMilli());
    }

    @Test
    void forgets_the_date_before_when_another_form_came_between() {
        long first = read(daily, "2024-03-08");

        assertThat(read(daily, "20240311")).isGreaterThan(first);
        assertThat(read(daily, "2024-03-08")).isEqualTo(first);
        assertThat(read(daily, "03/12/2024")).isGreaterThan(first);
        assertThat(read(daily, "2024-03-08")).isEqualTo(first);
        assertThat(read(daily, "2024-03-09")).isEqualTo(first + 86_400_000);
        assertThat(read(daily, "2025-03-08")).isEqualTo(first + 365 * 86_400_000L);
    }

    private static byte[] bytes(LocalDateTime local) {
        return "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        local.getYear(),
                        local.getMonthValue(),
                        local.getDayOfMonth(),
                        local.getHour(),
                        local.getMinute(),
                        local.getSecond())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long millis(LocalDateTime local) {
        return local.toEpochSecond(NEW_YORK.getRules().getOffset(local)) * 1000;
    }
}
