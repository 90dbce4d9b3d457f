package io.fluxhero.engine.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions of an exchange in New York, as a value: the weekdays that are closed, and those that end at 13:00. A
 * session is open from 09:30 to 16:00.
 *
 * @param closed weekdays without a session
 * @param half days that end early
 */
public record TradingCalendar(Set<LocalDate> closed, Set<LocalDate> half) {

    /** Where the exchange is. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    public TradingCalendar {
        closed = Set.copyOf(closed);
        half = Set.copyOf(half);
    }

    /** The New York Stock Exchange from 2000 to 2035, as far as it follows rules, with the closings by decree so far. */
    public static TradingCalendar nyse() {
        return NyseDays.CALENDAR;
    }

    /** The session of a day, empty where the exchange is closed. */
    public Optional<TradingSession> sessionOn(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY || closed.contains(date)) {
            return Optional.empty();
        }
        boolean isHalf = half.contains(date);
        return Optional.of(new TradingSession(date, at(date, OPEN), at(date, isHalf ? EARLY_CLOSE : CLOSE), isHalf));
    }

    /** The first session after the day. */
    public TradingSession sessionAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        Optional<TradingSession> session = sessionOn(next);
        while (session.isEmpty()) {
            next = next.plusDays(1);
            session = sessionOn(next);
        }
        return session.get();
    }

    /** Whether trade is thin at this moment: outside the session, and from noon to one o'clock. */
    public boolean isIlliquid(long time) {
        return new SessionClock(this).isIlliquid(time);
    }

    /** Whether the session of the day ends within so many minutes of this moment, the end itself not included. */
    public boolean isNearClose(long time, int minutes) {
        return new SessionClock(this).minutesToClose(time) <= minutes;
    }

    /** The first moment of a day in New York, epoch milliseconds. */
    static long startOf(LocalDate date) {
        return date.atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
    }

    static long noonOf(LocalDate date) {
        return at(date, NOON);
    }

    private static long at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
