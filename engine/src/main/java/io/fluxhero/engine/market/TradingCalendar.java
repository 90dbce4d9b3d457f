package io.fluxhero.engine.market;

import static io.fluxhero.engine.market.NewYorkTime.HOUR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions of an exchange in New York: every weekday but those that are closed, from 09:30 to 16:00, on half days to
 * 13:00.
 */
public final class TradingCalendar {

    /** Where the exchange is. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final long OPEN = 9 * HOUR + HOUR / 2;
    private static final long CLOSE = 16 * HOUR;
    private static final long EARLY_CLOSE = 13 * HOUR;
    private static final int WEEK = 7;
    private static final int MONDAY_BEFORE_EPOCH = -3;
    private static final int SATURDAY = 5;

    private final long[] closed;
    private final long[] half;

    /**
     * @param closed weekdays without a session
     * @param half days that end early
     */
    public TradingCalendar(Set<LocalDate> closed, Set<LocalDate> half) {
        this.closed = days(closed);
        this.half = days(half);
    }

    private static long[] days(Set<LocalDate> dates) {
        return dates.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
    }

    /** The New York Stock Exchange from 2000 to 2035, as far as it follows rules, with the closings by decree so far. */
    public static TradingCalendar nyse() {
        return NyseDays.CALENDAR;
    }

    /** The session of a day, empty where the exchange is closed. */
    public Optional<TradingSession> sessionOn(LocalDate date) {
        long day = date.toEpochDay();
        return hasSession(day)
                ? Optional.of(new TradingSession(date, openOf(day), closeOf(day), isHalf(day)))
                : Optional.empty();
    }

    /** Whether there is a session on a day, given as days since 1970-01-01. */
    boolean hasSession(long day) {
        boolean isWeekday = Math.floorMod(day - MONDAY_BEFORE_EPOCH, WEEK) < SATURDAY;
        return isWeekday && Arrays.binarySearch(closed, day) < 0;
    }

    private boolean isHalf(long day) {
        return Arrays.binarySearch(half, day) >= 0;
    }

    /** First moment of the session of such a day, epoch milliseconds. */
    static long openOf(long day) {
        return NewYorkTime.at(day, OPEN);
    }

    /** First moment after it. */
    long closeOf(long day) {
        return NewYorkTime.at(day, isHalf(day) ? EARLY_CLOSE : CLOSE);
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
}
