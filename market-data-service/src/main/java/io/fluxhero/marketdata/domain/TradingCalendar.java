package io.fluxhero.marketdata.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Sessions of the New York Stock Exchange: holidays, and days that end at 13:00. */
public final class TradingCalendar {

    /** Where the exchange is. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    /** Half days by decree, beside the yearly ones. */
    private static final Set<LocalDate> EXTRA_HALF_DAYS = Set.of(LocalDate.of(2002, 7, 5), LocalDate.of(2003, 12, 26));

    /** Days that the yearly rule names and that were whole. */
    private static final Set<LocalDate> WHOLE_AFTER_ALL = Set.of(LocalDate.of(2002, 7, 3));

    private final Predicate<LocalDate> isHoliday;

    public TradingCalendar(Predicate<LocalDate> isHoliday) {
        this.isHoliday = isHoliday;
    }

    /**
     * One session.
     *
     * @param date in New York
     * @param open first moment
     * @param close first moment after it
     * @param isHalf whether it ends at 13:00
     */
    public record Session(LocalDate date, Instant open, Instant close, boolean isHalf) {}

    /** The session of a day, empty where the exchange is closed. */
    public Optional<Session> sessionOn(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY || isHoliday.test(date)) {
            return Optional.empty();
        }
        boolean half = isHalfDay(date);
        return Optional.of(new Session(date, at(date, OPEN), at(date, half ? EARLY_CLOSE : CLOSE), half));
    }

    /** The first session after the day. */
    public Session sessionAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        Optional<Session> session = sessionOn(next);
        while (session.isEmpty()) {
            next = next.plusDays(1);
            session = sessionOn(next);
        }
        return session.get();
    }

    private static boolean isHalfDay(LocalDate date) {
        if (WHOLE_AFTER_ALL.contains(date)) {
            return false;
        }
        boolean beforeIndependenceDay = date.getMonth() == Month.JULY
                && date.getDayOfMonth() == 3
                && date.getDayOfWeek().compareTo(DayOfWeek.THURSDAY) <= 0;
        boolean christmasEve = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24;
        return beforeIndependenceDay
                || christmasEve
                || date.equals(dayAfterThanksgiving(date.getYear()))
                || EXTRA_HALF_DAYS.contains(date);
    }

    private static LocalDate dayAfterThanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant();
    }
}
