package io.fluxhero.signal.http;

import io.fluxhero.engine.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Query parameters, read with a reason where they cannot be. */
final class Parameters {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Parameters() {}

    static String symbol(@Nullable String value) {
        if (value == null || !value.matches("[A-Z0-9.\\-^=]{1,10}")) {
            throw Problem.invalid("symbol", "a symbol is 1 to 10 of A-Z 0-9 . - ^ =, in upper case");
        }
        return value;
    }

    static String timeframe(String value) {
        try {
            return Timeframe.parse(value).code();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("timeframe", String.valueOf(e.getMessage()));
        }
    }

    static int limit(int value, int most) {
        if (value < 1 || value > most) {
            throw Problem.invalid("limit", "limit is 1 to " + most + ", not " + value);
        }
        return value;
    }

    /** An instant, a UTC date, or epoch seconds. */
    static Instant time(String field, @Nullable String value, Instant absent) {
        if (value == null || value.isEmpty()) {
            return absent;
        }
        try {
            if (value.matches("-?\\d{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(value));
            }
            return value.length() == "2000-01-01".length()
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(
                    field, "not a time: '" + value + "'; give 2020-01-31, 2020-01-31T00:00:00Z or seconds");
        }
    }
}
