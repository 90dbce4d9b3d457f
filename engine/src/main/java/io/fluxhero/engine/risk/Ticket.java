package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import org.jspecify.annotations.Nullable;

/**
 * An order as the account decided it. Money is in {@link io.fluxhero.engine.market.Micros}.
 *
 * @param orderId identity, derived by the caller's id function from the signal and the leg
 * @param signalId signal it follows from, {@code null} for a person or the kill switch
 * @param decidedAt open time of the bar at whose close it was decided, epoch milliseconds; it fills later
 * @param intent ENTRY; EXIT for a signal or an automatic halt, which fills like any market order; FLATTEN for a person's
 *     word, which a simulated broker may fill at once
 * @param side direction of the position that it opens or closes
 * @param mode mode that owns the position, {@code null} for manual orders
 * @param shares whole shares, above 0
 * @param stopMicros protective stop of an entry, 0 for others
 * @param targetMicros profit target of an entry, 0 for none
 * @param trailingAtrMultiple of an entry, {@code NaN} where the stop is fixed
 * @param averageVolume for the impact model, {@code NaN} while unknown
 * @param cashLimitMicros most that the purchase of an entry may cost, 0 for others
 * @param terms how it may fill
 * @param timeLimitBars bars after which the position of an entry is closed, 0 for no limit
 */
public record Ticket(
        String orderId,
        @Nullable String signalId,
        String symbol,
        long decidedAt,
        Intent intent,
        Side side,
        @Nullable Mode mode,
        long shares,
        long stopMicros,
        long targetMicros,
        double trailingAtrMultiple,
        double averageVolume,
        long cashLimitMicros,
        OrderTerms terms,
        int timeLimitBars) {

    /** A market order without a time limit. */
    public Ticket(
            String orderId,
            @Nullable String signalId,
            String symbol,
            long decidedAt,
            Intent intent,
            Side side,
            @Nullable Mode mode,
            long shares,
            long stopMicros,
            long targetMicros,
            double trailingAtrMultiple,
            double averageVolume,
            long cashLimitMicros) {
        this(
                orderId,
                signalId,
                symbol,
                decidedAt,
                intent,
                side,
                mode,
                shares,
                stopMicros,
                targetMicros,
                trailingAtrMultiple,
                averageVolume,
                cashLimitMicros,
                OrderTerms.MARKET,
                0);
    }

    /** An order that closes a position at market. */
    static Ticket closing(String orderId, @Nullable String signalId, Holding held, long decidedAt, Intent intent) {
        return new Ticket(
                orderId,
                signalId,
                held.symbol,
                decidedAt,
                intent,
                held.side,
                intent == Intent.FLATTEN ? null : held.mode,
                held.shares,
                0,
                0,
                Double.NaN,
                Double.NaN,
                0);
    }

    /** Whether it closes so many shares, whatever the price. */
    boolean closesAll(long held) {
        return intent != Intent.ENTRY && terms.type() == OrderTerms.Type.MARKET && shares >= held;
    }

    /** The same order for what is left of it. */
    public Ticket withShares(long left) {
        return with(left, stopMicros, targetMicros, cashLimitMicros, terms);
    }

    /** The same order with so much cash left to spend. */
    public Ticket withCashLimit(long left) {
        return with(shares, stopMicros, targetMicros, left, terms);
    }

    /** The same order with other terms. */
    public Ticket withTerms(OrderTerms other) {
        return with(shares, stopMicros, targetMicros, cashLimitMicros, other);
    }

    /** The same order after a split or a dividend: legs move with both, at least one share stays. */
    public Ticket after(CorporateAction action) {
        return with(
                Math.max(1, action.sharesAfter(shares)),
                action.priceAfter(stopMicros),
                action.priceAfter(targetMicros),
                cashLimitMicros,
                terms.after(action));
    }

    private Ticket with(long count, long stop, long target, long cashLimit, OrderTerms otherTerms) {
        return new Ticket(
                orderId,
                signalId,
                symbol,
                decidedAt,
                intent,
                side,
                mode,
                count,
                stop,
                target,
                trailingAtrMultiple,
                averageVolume,
                cashLimit,
                otherTerms,
                timeLimitBars);
    }
}
