package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** Exchange dates of bar times as epoch days; remembers the last one, for bars come day by day. */
final class SessionDays {

    private long day;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    long of(long openTime) {
        if (openTime < from || openTime >= to) {
            LocalDate date = Instant.ofEpochMilli(openTime)
                    .atZone(TradingCalendar.NEW_YORK)
                    .toLocalDate();
            day = date.toEpochDay();
            from = openTime;
            to = date.plusDays(1)
                    .atStartOfDay(TradingCalendar.NEW_YORK)
                    .toInstant()
                    .toEpochMilli();
        }
        return day;
    }
}
