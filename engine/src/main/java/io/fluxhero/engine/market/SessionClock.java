package io.fluxhero.engine.market;

import static io.fluxhero.engine.market.NewYorkTime.HOUR;

/**
 * Tells where moments lie in the sessions of a calendar, and remembers the day it was last asked about: bars come day by
 * day. It answers as {@link TradingCalendar} does, and makes no objects.
 */
public final class SessionClock {

    private static final double MINUTE = 60_000;
    private static final long NOON = 12 * HOUR;

    private final TradingCalendar calendar;
    private long dayBegin;
    private long dayEnd;
    private long noon;
    /** The session from its first moment to the first one after it; none where both are the same. */
    private long open;

    private long close;

    public SessionClock(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Whether trade is thin at this moment: outside the session, and from noon to one o'clock. */
    public boolean isIlliquid(long time) {
        return !isInSession(time) || (time >= noon && time < noon + HOUR);
    }

    /** Minutes from this moment to the end of its session, above 0; infinity where it is in none. */
    public double minutesToClose(long time) {
        return isInSession(time) ? (close - time) / MINUTE : Double.POSITIVE_INFINITY;
    }

    private boolean isInSession(long time) {
        if (time < dayBegin || time >= dayEnd) {
            turnTo(NewYorkTime.dayOf(time));
        }
        return time >= open && time < close;
    }

    private void turnTo(long day) {
        dayBegin = NewYorkTime.startOf(day);
        dayEnd = NewYorkTime.startOf(day + 1);
        noon = NewYorkTime.at(day, NOON);
        boolean hasSession = calendar.hasSession(day);
        open = hasSession ? TradingCalendar.openOf(day) : dayBegin;
        close = hasSession ? calendar.closeOf(day) : dayBegin;
    }
}
