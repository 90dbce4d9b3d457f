package io.fluxhero.risk.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, and names the one that cannot be read. */
final class Parameters {

    private static final int DEFAULT_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;

    private Parameters() {}

    static int limit(@Nullable String given) {
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        Long limit = number("limit", given);
        if (limit == null || limit < 1 || limit > HIGHEST_LIMIT) {
            throw new BadParameter("limit", "limit must be from 1 to " + HIGHEST_LIMIT);
        }
        return limit.intValue();
    }

    static @Nullable Long number(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            return Long.valueOf(given);
        } catch (NumberFormatException e) {
            throw new BadParameter(name, name + " must be a whole number");
        }
    }

    /** An ISO-8601 instant, an ISO date (its beginning in UTC), or seconds since 1970. */
    static @Nullable Instant time(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            if (given.matches("-?\\d{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(given));
            }
            return given.length() == "2000-01-03".length()
                    ? LocalDate.parse(given).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new BadParameter(name, name + " must be an ISO-8601 time, a date, or seconds since 1970");
        }
    }
}
