package io.fluxhero.engine.market;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.SEPTEMBER;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Set;

/**
 * Holidays and half days of the New York Stock Exchange, by its rule 7.2: a holiday on a Saturday is kept the Friday
 * before, one on a Sunday the Monday after, but a New Year's Day on a Saturday is not kept at all.
 */
final class NyseDays {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2035;
    private static final int FIRST_JUNETEENTH = 2022;

    /** Closings by decree: September 2001, mourning of presidents, hurricane Sandy. */
    private static final Set<LocalDate> DECREED = Set.of(
            LocalDate.of(2001, SEPTEMBER, 11),
            LocalDate.of(2001, SEPTEMBER, 12),
            LocalDate.of(2001, SEPTEMBER, 13),
            LocalDate.of(2001, SEPTEMBER, 14),
            LocalDate.of(2004, JUNE, 11),
            LocalDate.of(2007, JANUARY, 2),
            LocalDate.of(2012, Month.OCTOBER, 29),
            LocalDate.of(2012, Month.OCTOBER, 30),
            LocalDate.of(2018, DECEMBER, 5),
            LocalDate.of(2025, JANUARY, 9));

    /** Half days beside the rule, and one day that the rule names and that was whole. */
    private static final Set<LocalDate> EXTRA_HALF =
            Set.of(LocalDate.of(2002, JULY, 5), LocalDate.of(2003, DECEMBER, 26));

    private static final Set<LocalDate> WHOLE_AFTER_ALL = Set.of(LocalDate.of(2002, JULY, 3));

    static final TradingCalendar CALENDAR = calendar();

    private NyseDays() {}

    private static TradingCalendar calendar() {
        Set<LocalDate> closed = new HashSet<>(DECREED);
        Set<LocalDate> half = new HashSet<>(EXTRA_HALF);
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            addHolidays(year, closed);
            addHalfDays(year, closed, half);
        }
        half.removeAll(WHOLE_AFTER_ALL);
        return new TradingCalendar(closed, half);
    }

    private static void addHolidays(int year, Set<LocalDate> closed) {
        LocalDate newYear = LocalDate.of(year, JANUARY, 1);
        if (newYear.getDayOfWeek() != SATURDAY) {
            closed.add(observed(newYear));
        }
        closed.add(nth(3, MONDAY, JANUARY, year));
        closed.add(nth(3, MONDAY, FEBRUARY, year));
        closed.add(easter(year).minusDays(2));
        closed.add(LocalDate.of(year, MAY, 1).with(lastInMonth(MONDAY)));
        if (year >= FIRST_JUNETEENTH) {
            closed.add(observed(LocalDate.of(year, JUNE, 19)));
        }
        closed.add(observed(LocalDate.of(year, JULY, 4)));
        closed.add(nth(1, MONDAY, SEPTEMBER, year));
        closed.add(nth(4, THURSDAY, NOVEMBER, year));
        closed.add(observed(LocalDate.of(year, DECEMBER, 25)));
    }

    /** The eve of Independence Day and of Christmas from Monday to Thursday, and the day after Thanksgiving. */
    private static void addHalfDays(int year, Set<LocalDate> closed, Set<LocalDate> half) {
        half.add(nth(4, THURSDAY, NOVEMBER, year).plusDays(1));
        for (LocalDate eve : Set.of(LocalDate.of(year, JULY, 3), LocalDate.of(year, DECEMBER, 24))) {
            if (eve.getDayOfWeek().compareTo(FRIDAY) < 0 && !closed.contains(eve)) {
                half.add(eve);
            }
        }
    }

    private static LocalDate observed(LocalDate day) {
        if (day.getDayOfWeek() == SATURDAY) {
            return day.minusDays(1);
        }
        return day.getDayOfWeek() == SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate nth(int ordinal, DayOfWeek day, Month month, int year) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, day));
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Jones, Butcher). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int correction = (century + 8) / 25;
        int epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
