package io.fluxhero.execution.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads request parameters and says which one is wrong. */
final class Parameters {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.^=-]{1,10}");

    /** Dates mean trading days of the exchange. */
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");

    private Parameters() {}

    static int number(String field, @Nullable String text, int absent, int most) {
        if (text == null) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused(field, text, "a whole number from 1 to " + most, e);
        }
        throw refused(field, text, "a whole number from 1 to " + most, null);
    }

    /** A constant by its name, in any case, or by its place among the choices, from 0. */
    static <E extends Enum<E>> @Nullable E choice(String field, @Nullable String text, E[] choices) {
        if (text == null) {
            return null;
        }
        for (int number = 0; number < choices.length; number++) {
            if (choices[number].name().equals(text.toUpperCase(Locale.ROOT))
                    || Integer.toString(number).equals(text)) {
                return choices[number];
            }
        }
        throw refused(field, text, "one of " + Arrays.toString(choices), null);
    }

    static @Nullable String symbol(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String symbol = text.toUpperCase(Locale.ROOT);
        if (!SYMBOL.matcher(symbol).matches()) {
            throw refused(field, text, "1 to 10 of A-Z 0-9 . - ^ =", null);
        }
        return symbol;
    }

    /** An instant, or the beginning of a day in New York ({@code daysLater} days after the one that is named). */
    static @Nullable Instant time(String field, @Nullable String text, int daysLater) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(EXCHANGE)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw refused(field, text, "a date (2020-04-17) or a UTC time (2020-04-17T04:00:00Z)", e);
        }
    }

    private static BadParameter refused(String field, String text, String wanted, @Nullable Exception cause) {
        BadParameter refused = new BadParameter(field, field + " must be " + wanted + ", not '" + text + "'");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }
}
