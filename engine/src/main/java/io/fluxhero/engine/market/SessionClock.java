package io.fluxhero.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells where moments lie in the sessions of a calendar, and remembers the day it was last asked about: bars come day by
 * day. It answers as {@link TradingCalendar} does.
 */
public final class SessionClock {

    private static final long HOUR = 3_600_000;

    private final TradingCalendar calendar;
    private long dayBegin;
    private long dayEnd;
    private long noon;
    private @Nullable TradingSession session;

    public SessionClock(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Whether trade is thin at this moment: outside the session, and from noon to one o'clock. */
    public boolean isIlliquid(long time) {
        TradingSession today = sessionAround(time);
        return today == null || !today.contains(time) || (time >= noon && time < noon + HOUR);
    }

    /** Minutes from this moment to the end of its session, above 0; infinity where it is in none. */
    public double minutesToClose(long time) {
        TradingSession today = sessionAround(time);
        return today != null && today.contains(time) ? today.minutesToClose(time) : Double.POSITIVE_INFINITY;
    }

    private @Nullable TradingSession sessionAround(long time) {
        if (time < dayBegin || time >= dayEnd) {
            LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(time), TradingCalendar.NEW_YORK);
            dayBegin = TradingCalendar.startOf(date);
            dayEnd = TradingCalendar.startOf(date.plusDays(1));
            noon = TradingCalendar.noonOf(date);
            session = calendar.sessionOn(date).orElse(null);
        }
        return session;
    }
}
