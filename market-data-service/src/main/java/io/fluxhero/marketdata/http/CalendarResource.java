package io.fluxhero.marketdata.http;

import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.market.TradingSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/internal/calendar")
public class CalendarResource {

    private final TradingCalendar calendar;
    private final Clock clock;

    CalendarResource(TradingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** {@code session} is {@code FULL}, {@code HALF} or {@code CLOSED}; {@code isOpen} is about this moment. */
    public record Reply(
            LocalDate date,
            String session,
            @Nullable Instant open,
            @Nullable Instant close,
            LocalDate nextDate,
            Instant nextOpen,
            Instant nextClose,
            boolean isOpen) {}

    @GET
    public Reply calendar(@RestQuery @Nullable String date) {
        Instant now = clock.instant();
        LocalDate day = date == null || date.isEmpty()
                ? LocalDate.ofInstant(now, TradingCalendar.NEW_YORK)
                : Parameters.date("date", date);
        Optional<TradingSession> session = calendar.sessionOn(day);
        TradingSession next = calendar.sessionAfter(day);
        return new Reply(
                day,
                session.map(one -> one.isHalf() ? "HALF" : "FULL").orElse("CLOSED"),
                session.map(one -> Instant.ofEpochMilli(one.open())).orElse(null),
                session.map(one -> Instant.ofEpochMilli(one.close())).orElse(null),
                next.date(),
                Instant.ofEpochMilli(next.open()),
                Instant.ofEpochMilli(next.close()),
                session.filter(one -> one.contains(now.toEpochMilli())).isPresent());
    }
}
