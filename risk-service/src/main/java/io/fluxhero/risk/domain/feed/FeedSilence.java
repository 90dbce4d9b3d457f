package io.fluxhero.risk.domain.feed;

import io.fluxhero.engine.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How long the feed has been silent while the exchange was open; nobody has to speak outside a session. */
public final class FeedSilence {

    private final TradingCalendar calendar;
    private Instant lastHeard;

    /** Counts from {@code began} on. */
    public FeedSilence(TradingCalendar calendar, Instant began) {
        this.calendar = calendar;
        lastHeard = began;
    }

    /** The feed was heard at this moment. */
    public void heard(Instant at) {
        lastHeard = at.isAfter(lastHeard) ? at : lastHeard;
    }

    /** Silence up to {@code now} within its session. */
    public Duration until(Instant now) {
        return calendar.sessionOn(LocalDate.ofInstant(now, TradingCalendar.NEW_YORK))
                .filter(session -> session.contains(now.toEpochMilli()))
                .map(session -> {
                    Instant open = Instant.ofEpochMilli(session.open());
                    return Duration.between(lastHeard.isAfter(open) ? lastHeard : open, now);
                })
                .orElse(Duration.ZERO);
    }
}
