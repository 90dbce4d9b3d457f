package io.fluxhero.risk.domain.account;

import io.fluxhero.engine.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the clock means for orders. Bars of a replay have a time of their own: its exchange is never closed, and nothing
 * in it is ever late.
 *
 * @param isRealTime whether bars come as they happen
 * @param sendWithin how long after its event time an opening order may still be sent to the broker
 */
public record MarketTime(boolean isRealTime, Duration sendWithin) {

    /** Until when an opening order may be sent that was decided at this event time. */
    public Instant sendBy(Instant decided) {
        return decided.plus(sendWithin);
    }

    /** Whether an opening order decided at this event time could not be sent in time any more. */
    public boolean isTooLate(Instant decided, Instant now) {
        return isRealTime && now.isAfter(sendBy(decided));
    }

    /** Whether orders fill now. */
    public boolean isExchangeOpen(Instant now) {
        return !isRealTime
                || TradingCalendar.nyse()
                        .sessionOn(LocalDate.ofInstant(now, TradingCalendar.NEW_YORK))
                        .filter(session -> session.contains(now.toEpochMilli()))
                        .isPresent();
    }
}
