package io.fluxhero.marketdata.http;

import io.fluxhero.marketdata.domain.TradingCalendar;
import io.fluxhero.marketdata.domain.TradingCalendar.Session;
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
        Optional<Session> session = calendar.sessionOn(day);
        Session next = calendar.sessionAfter(day);
        return new Reply(
                day,
                session.map(one -> one.isHalf() ? "HALF" : "FULL").orElse("CLOSED"),
                session.map(Session::open).orElse(null),
                session.map(Session::close).orElse(null),
                next.date(),
                next.open(),
                next.close(),
                session.filter(one -> !now.isBefore(one.open()) && now.isBefore(one.close()))
                        .isPresent());
    }
}
