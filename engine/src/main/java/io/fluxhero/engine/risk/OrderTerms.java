package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.CorporateAction;

/**
 * How an order may fill. Prices in micros, 0 where the type has none.
 *
 * @param limitMicros worst price of a LIMIT or, once triggered, of a STOP_LIMIT
 * @param triggerMicros price whose touch makes a STOP a market order and a STOP_LIMIT a limit order
 */
public record OrderTerms(Type type, long limitMicros, long triggerMicros, TimeInForce timeInForce) {

    /** At the next open, whatever it is; works until it fills. */
    public static final OrderTerms MARKET = new OrderTerms(Type.MARKET, 0, 0, TimeInForce.GTC);

    /** What an order waits for. */
    public enum Type {
        /** Nothing. */
        MARKET,
        /** A price at least as good as the limit. */
        LIMIT,
        /** A price at least as bad as the trigger. */
        STOP,
        /** The trigger, then the limit. */
        STOP_LIMIT
    }

    /** How long an order works. */
    public enum TimeInForce {
        /** Through the session of the first bar that it sees. */
        DAY,
        /** Until it fills or is cancelled. */
        GTC
    }

    public OrderTerms {
        boolean limited = type == Type.LIMIT || type == Type.STOP_LIMIT;
        boolean triggers = type == Type.STOP || type == Type.STOP_LIMIT;
        if (limited != limitMicros > 0 || triggers != triggerMicros > 0) {
            throw new IllegalArgumentException(
                    type + " cannot have limit " + limitMicros + " and trigger " + triggerMicros);
        }
    }

    /** A limit order until cancelled. */
    public static OrderTerms limit(long limitMicros) {
        return new OrderTerms(Type.LIMIT, limitMicros, 0, TimeInForce.GTC);
    }

    /** A stop order until cancelled. */
    public static OrderTerms stop(long triggerMicros) {
        return new OrderTerms(Type.STOP, 0, triggerMicros, TimeInForce.GTC);
    }

    /** A stop-limit order until cancelled. */
    public static OrderTerms stopLimit(long triggerMicros, long limitMicros) {
        return new OrderTerms(Type.STOP_LIMIT, limitMicros, triggerMicros, TimeInForce.GTC);
    }

    /** The same for one session. */
    public OrderTerms forTheDay() {
        return new OrderTerms(type, limitMicros, triggerMicros, TimeInForce.DAY);
    }

    /** Price at which it is expected to fill, where the market was last seen at {@code marketMicros}. */
    public long referenceMicros(long marketMicros) {
        return switch (type) {
            case MARKET -> marketMicros;
            case LIMIT, STOP_LIMIT -> limitMicros;
            case STOP -> triggerMicros;
        };
    }

    /** The same after a split. */
    OrderTerms after(CorporateAction action) {
        return new OrderTerms(
                type, action.priceAfterSplit(limitMicros), action.priceAfterSplit(triggerMicros), timeInForce);
    }
}
