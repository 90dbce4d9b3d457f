package io.fluxhero.marketdata.feed;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.market.TradingSession;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;

/** Open times of bars, one after the other, from the first session of 2000 on. */
final class BarTimes {

    private static final LocalDate BEFORE_FIRST = LocalDate.of(1999, 12, 31);
    private static final int DAY_SECONDS = 86_400;

    private final TradingCalendar calendar;
    private final Timeframe timeframe;
    private final Queue<Long> ofThisSession = new ArrayDeque<>();
    private LocalDate date = BEFORE_FIRST;

    BarTimes(TradingCalendar calendar, Timeframe timeframe) {
        this.calendar = calendar;
        this.timeframe = timeframe;
    }

    /** Epoch milliseconds. */
    long next() {
        if (timeframe == Timeframe.W1) {
            LocalDate week = date.equals(BEFORE_FIRST) ? date.plusDays(3) : date.plusWeeks(1);
            date = week.with(DayOfWeek.MONDAY);
            return midnight(date);
        }
        if (timeframe.seconds() == DAY_SECONDS) {
            date = calendar.sessionAfter(date).date();
            return midnight(date);
        }
        while (ofThisSession.isEmpty()) {
            fillWithNextSession();
        }
        return ofThisSession.remove();
    }

    private void fillWithNextSession() {
        TradingSession session = calendar.sessionAfter(date);
        date = session.date();
        long step = timeframe.seconds() * 1000;
        for (long time = session.open(); time < session.close(); time += step) {
            ofThisSession.add(time);
        }
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(TradingCalendar.NEW_YORK).toInstant().toEpochMilli();
    }
}
