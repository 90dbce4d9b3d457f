package io.fluxhero.execution.paper;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.domain.schedule.HourlyClose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Entries at market that go out at full hours of the exchange (domain specification h.6). */
final class HourlyEntries {

    private static final HourlyClose RULE = new HourlyClose(Duration.ofSeconds(60));

    private HourlyEntries() {}

    /**
     * Lets only bars be traded of which one opens at each full hour.
     *
     * @throws IllegalArgumentException with bars of an hour or more: their entries go out at the open that follows anyway
     */
    static void requireWithinTheHour(String timeframe) {
        if (Timeframe.parse(timeframe).seconds() >= Duration.ofHours(1).toSeconds()) {
            throw new IllegalArgumentException(
                    "fluxhero.execution.paper.hourly-close needs bars shorter than an hour, not " + timeframe
                            + ": entries decided on those meet the next open anyway");
        }
    }

    /** When an order that is ready now goes out; never where the session is over by then. */
    static Optional<Instant> releaseOf(Instant ready) {
        ZonedDateTime now = ready.atZone(TradingCalendar.NEW_YORK);
        return HourlyClose.isSubmission(now.toLocalTime())
                ? Optional.of(ready)
                : HourlyClose.submitAt(now.toLocalTime())
                        .map(hour -> now.with(hour).toInstant());
    }

    /** Whether an entry that waits for its hour has missed it when a bar opens. */
    static boolean isLate(WorkingOrder order, Instant opens) {
        if (order.isPosition() || !isHourly(order)) {
            return false;
        }
        Instant released = Instant.ofEpochMilli(order.ticket().decidedAt() + 1);
        ZonedDateTime hour = released.atZone(TradingCalendar.NEW_YORK).truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime now = opens.atZone(TradingCalendar.NEW_YORK);
        boolean sameDay = hour.toLocalDate().equals(now.toLocalDate());
        return !opens.isBefore(released) && !(sameDay && RULE.isDue(hour.toLocalTime(), now.toLocalTime()));
    }

    private static boolean isHourly(WorkingOrder order) {
        return switch (order.ticket().intent()) {
            case ENTRY -> order.ticket().terms().type() == OrderTerms.Type.MARKET;
            case EXIT, FLATTEN, PROTECTIVE_STOP, TAKE_PROFIT -> false;
        };
    }
}
