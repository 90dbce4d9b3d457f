package io.fluxhero.engine.market;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Days and hours of New York, in numbers: the bar loop asks once a day, and makes no objects. It says what {@code
 * java.time} says. The clock there changes at two in the morning, so no moment that is asked for here is one of those that
 * are left out or come twice.
 */
public final class NewYorkTime {

    static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long STANDARD = -5 * HOUR;
    private static final Instant HORIZON = Instant.parse("2040-01-01T00:00:00Z");
    private static final ZoneRules RULES = TradingCalendar.NEW_YORK.getRules();

    /** Moments at which the clock changes, up to the horizon, and the offset after each, all in milliseconds. */
    private static final long[] CHANGES;

    private static final long[] OFFSETS;

    static {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (ZoneOffsetTransition next = RULES.nextTransition(Instant.EPOCH);
                next.getInstant().isBefore(HORIZON);
                next = RULES.nextTransition(next.getInstant())) {
            changes.add(next);
        }
        CHANGES = changes.stream()
                .mapToLong(change -> change.getInstant().toEpochMilli())
                .toArray();
        OFFSETS = changes.stream()
                .mapToLong(change -> millis(change.getOffsetAfter()))
                .toArray();
    }

    private NewYorkTime() {}

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1000L;
    }

    private static long offsetAt(long time) {
        if (time < CHANGES[0] || time >= CHANGES[CHANGES.length - 1]) {
            return millis(RULES.getOffset(Instant.ofEpochMilli(time)));
        }
        int found = Arrays.binarySearch(CHANGES, time);
        return OFFSETS[found >= 0 ? found : -found - 2];
    }

    /** The date there at a moment in epoch milliseconds, as days since 1970-01-01. */
    public static long dayOf(long time) {
        return Math.floorDiv(time + offsetAt(time), DAY);
    }

    /** The first moment of a day, given as days since 1970-01-01, in epoch milliseconds. */
    public static long startOf(long day) {
        return at(day, 0);
    }

    /** The moment on a day at which the clock shows so many milliseconds after midnight: none, or three hours and more. */
    static long at(long day, long sinceMidnight) {
        long local = day * DAY + sinceMidnight;
        return local - offsetAt(local - STANDARD);
    }
}
