package io.fluxhero.launcher.run;

import io.fluxhero.engine.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Bar times as people read them: the exchange date of a daily bar, else New York time with its offset. */
public final class Times {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final long DAY_SECONDS = 86_400;

    private Times() {}

    /** Text of a bar's open time in epoch milliseconds. */
    public static String text(long openTime, Timeframe timeframe) {
        OffsetDateTime local = Instant.ofEpochMilli(openTime).atZone(EXCHANGE).toOffsetDateTime();
        return timeframe.seconds() >= DAY_SECONDS
                ? local.toLocalDate().toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
    }

    /** Exchange date of an instant in epoch milliseconds. */
    public static LocalDate date(long time) {
        return Instant.ofEpochMilli(time).atZone(EXCHANGE).toLocalDate();
    }
}
