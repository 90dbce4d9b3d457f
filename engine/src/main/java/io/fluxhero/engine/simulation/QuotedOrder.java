package io.fluxhero.engine.simulation;

import io.fluxhero.engine.risk.OrderTerms;

/**
 * An order at the {@link QuotedBroker} and what became of it.
 *
 * @param buys otherwise it sells
 * @param priceMicros at which it filled, 0 until then
 */
public record QuotedOrder(
        String orderId,
        String symbol,
        boolean buys,
        long shares,
        OrderTerms terms,
        boolean triggered,
        State state,
        long priceMicros) {

    /** Where an order stands. */
    public enum State {
        PENDING,
        FILLED,
        CANCELLED,
        REJECTED
    }

    /** A new order. */
    public QuotedOrder(String orderId, String symbol, boolean buys, long shares, OrderTerms terms) {
        this(orderId, symbol, buys, shares, terms, false, State.PENDING, 0);
    }

    QuotedOrder with(State next, long price) {
        return new QuotedOrder(orderId, symbol, buys, shares, terms, triggered, next, price);
    }

    QuotedOrder trigger() {
        return new QuotedOrder(orderId, symbol, buys, shares, terms, true, state, priceMicros);
    }

    /** Whether a price of this kind is reached by the market: low enough to buy, high enough to sell. */
    boolean isWithinLimit(long lastMicros) {
        return buys ? lastMicros <= terms.limitMicros() : lastMicros >= terms.limitMicros();
    }

    boolean isBeyondTrigger(long lastMicros) {
        return triggered || (buys ? lastMicros >= terms.triggerMicros() : lastMicros <= terms.triggerMicros());
    }
}
