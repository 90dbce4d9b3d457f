package io.fluxhero.gateway.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time in a query: an ISO-8601 instant, or a date, which means its midnight at the exchange. */
@Schema(type = SchemaType.STRING, format = "date-time", description = "ISO-8601 instant, or a date (New York midnight)")
public record Moment(Instant instant) {
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");

    static @Nullable Instant at(@Nullable Moment moment) {
        return moment == null ? null : moment.instant();
    }

    /** Called by the framework. */
    public static Moment fromString(String text) {
        try {
            return new Moment(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(EXCHANGE).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("neither a time nor a date: \"" + text + "\"", e);
        }
    }
}
