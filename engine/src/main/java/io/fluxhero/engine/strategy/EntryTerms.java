package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Micros;

/**
 * How an entry wants to be filled, and for how long its position may last. Prices are rounded to six decimals,
 * {@code NaN} where the kind of order has none.
 *
 * @param limit worst price of a LIMIT, or of a STOP_LIMIT once it triggered
 * @param trigger price whose touch makes a STOP or STOP_LIMIT work
 * @param forTheDay whether the order ends with the session of the first bar that it sees; otherwise it works on
 * @param timeLimitBars bars after which the position is closed at the next open, the bar of the entry counted; 0 for
 *     no limit
 */
public record EntryTerms(Kind kind, double limit, double trigger, boolean forTheDay, int timeLimitBars) {

    /** At the next open, without a time limit. */
    public static final EntryTerms MARKET = new EntryTerms(Kind.MARKET, Double.NaN, Double.NaN, false, 0);

    /** What the order waits for. */
    public enum Kind {
        /** Nothing. */
        MARKET,
        /** A price at least as good as the limit. */
        LIMIT,
        /** The trigger. */
        STOP,
        /** The trigger, then the limit. */
        STOP_LIMIT
    }

    EntryTerms limitedTo(double price) {
        Kind next = kind == Kind.STOP || kind == Kind.STOP_LIMIT ? Kind.STOP_LIMIT : Kind.LIMIT;
        return new EntryTerms(next, Micros.round(price), trigger, forTheDay, timeLimitBars);
    }

    EntryTerms triggeredAt(double price) {
        Kind next = kind == Kind.LIMIT || kind == Kind.STOP_LIMIT ? Kind.STOP_LIMIT : Kind.STOP;
        return new EntryTerms(next, limit, Micros.round(price), forTheDay, timeLimitBars);
    }

    EntryTerms endingWithTheDay() {
        return new EntryTerms(kind, limit, trigger, true, timeLimitBars);
    }

    EntryTerms lasting(int bars) {
        return new EntryTerms(kind, limit, trigger, forTheDay, bars);
    }
}
