package io.fluxhero.engine.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** New York wall-clock time to UTC. Remembers the span between two changes of the clock, which most rows share. */
final class ExchangeTime {

    private static final ZoneRules RULES = ZoneId.of("America/New_York").getRules();

    private long localFrom = Long.MAX_VALUE;
    private long localUntil = Long.MIN_VALUE;
    private long offset;

    /** Seconds since the epoch of a local time, itself given in seconds; an hour that comes twice is the earlier one. */
    long toUtc(long localSeconds) {
        if (localSeconds < localFrom || localSeconds >= localUntil) {
            remember(localSeconds);
        }
        return localSeconds - offset;
    }

    /** The local date, in days since the epoch, of an instant in seconds. */
    long dateOf(long utcSeconds) {
        int seconds = RULES.getOffset(Instant.ofEpochSecond(utcSeconds)).getTotalSeconds();
        return Math.floorDiv(utcSeconds + seconds, TimeCell.DAY);
    }

    private void remember(long localSeconds) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        ZoneOffset here = RULES.getOffset(local);
        offset = here.getTotalSeconds();
        if (RULES.getValidOffsets(local).isEmpty()) {
            localFrom = Long.MAX_VALUE;
            return;
        }
        ZoneOffsetTransition before =
                RULES.previousTransition(local.toInstant(here).plusSeconds(1));
        ZoneOffsetTransition after = RULES.nextTransition(local.toInstant(here));
        localFrom = before == null
                ? Long.MIN_VALUE
                : Math.max(seconds(before.getDateTimeBefore()), seconds(before.getDateTimeAfter()));
        localUntil = after == null
                ? Long.MAX_VALUE
                : Math.min(seconds(after.getDateTimeBefore()), seconds(after.getDateTimeAfter()));
    }

    private static long seconds(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }
}
