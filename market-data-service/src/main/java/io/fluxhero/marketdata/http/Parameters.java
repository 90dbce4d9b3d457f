package io.fluxhero.marketdata.http;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and says by name which one is wrong. */
final class Parameters {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-^=]{1,10}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("-?\\d{1,11}");

    private Parameters() {}

    static String symbol(@Nullable String text) {
        if (text == null || !SYMBOL.matcher(text).matches()) {
            throw Refusal.invalid("symbol", "symbol '" + text + "' is not 1 to 10 of A-Z 0-9 . - ^ =");
        }
        return text;
    }

    static Timeframe timeframe(String text) {
        try {
            return Timeframe.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("timeframe", String.valueOf(e.getMessage()));
        }
    }

    static int limit(@Nullable String text, int most) {
        if (text == null || text.isEmpty()) {
            return most;
        }
        if (text.matches("\\d{1,9}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        }
        throw Refusal.invalid("limit", "limit '" + text + "' is not from 1 to " + most);
    }

    static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, field + " '" + text + "' is not a date such as 2020-04-17");
        }
    }

    /** A date stands for its first moment in New York. */
    static Instant from(@Nullable String text) {
        return text == null || text.isEmpty() ? Instant.EPOCH.minusSeconds(2_000_000_000L) : moment("from", text, 0);
    }

    /** A date stands for its last moment in New York. */
    static Instant to(@Nullable String text) {
        return text == null || text.isEmpty() ? Instant.parse("9000-01-01T00:00:00Z") : moment("to", text, 1);
    }

    private static Instant moment(String field, String text, int daysLater) {
        if (DATE.matcher(text).matches()) {
            return date(field, text)
                    .plusDays(daysLater)
                    .atStartOfDay(TradingCalendar.NEW_YORK)
                    .toInstant()
                    .minusMillis(daysLater);
        }
        if (EPOCH_SECONDS.matcher(text).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, field + " '" + text + "' is no date, no instant and no epoch seconds");
        }
    }
}
