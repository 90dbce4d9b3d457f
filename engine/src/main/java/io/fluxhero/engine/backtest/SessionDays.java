package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.NewYorkTime;

/** Exchange dates of bar times as epoch days; remembers the last one, for bars come day by day. */
final class SessionDays {

    private long day;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    long of(long openTime) {
        if (openTime < from || openTime >= to) {
            day = NewYorkTime.dayOf(openTime);
            from = openTime;
            to = NewYorkTime.startOf(day + 1);
        }
        return day;
    }
}
