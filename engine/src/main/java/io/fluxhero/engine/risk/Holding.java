package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState.Position;
import io.fluxhero.engine.strategy.Mode;
import org.jspecify.annotations.Nullable;

/** A position while the account works on it; {@link Position} is what is known of it outside. Money in micros. */
final class Holding {

    final int slot;
    final String symbol;
    final Side side;
    final @Nullable Mode mode;
    final String entryOrderId;
    final @Nullable String signalId;
    final long entryTime;
    final double trailingAtrMultiple;
    final int timeLimitBars;
    final long equityAtEntry;
    long shares;
    long averagePrice;
    long entryCommission;
    long dividend;
    long realized;
    long stop;
    long target;
    long peakClose;
    int barsHeld;
    boolean exitWanted;

    Holding(int slot, Position known) {
        this.slot = slot;
        symbol = known.symbol();
        side = known.side();
        mode = known.mode();
        entryOrderId = known.entryOrderId();
        signalId = known.signalId();
        entryTime = known.entryTime();
        trailingAtrMultiple = known.trailingAtrMultiple();
        timeLimitBars = known.timeLimitBars();
        shares = known.shares();
        averagePrice = known.averagePriceMicros();
        entryCommission = known.entryCommissionMicros();
        equityAtEntry = known.equityAtEntryMicros();
        dividend = known.dividendMicros();
        realized = known.realizedMicros();
        stop = known.stopMicros();
        target = known.targetMicros();
        peakClose = known.peakCloseMicros();
        barsHeld = known.barsHeld();
        exitWanted = known.exitWanted();
    }

    /** What an entry opens with its first fill; without a ticket nothing is known but the fill. */
    static Holding opened(int slot, Execution execution, @Nullable Ticket ticket, long equity) {
        return new Holding(
                slot,
                new Position(
                        execution.symbol(),
                        execution.side(),
                        ticket == null ? null : ticket.mode(),
                        execution.entryOrderId(),
                        ticket == null ? null : ticket.signalId(),
                        execution.barTime(),
                        execution.shares(),
                        execution.priceMicros(),
                        execution.commissionMicros(),
                        ticket == null ? 0 : ticket.stopMicros(),
                        ticket == null ? 0 : ticket.targetMicros(),
                        ticket == null ? Double.NaN : ticket.trailingAtrMultiple(),
                        0,
                        false,
                        ticket == null ? 0 : ticket.timeLimitBars(),
                        0,
                        0,
                        equity,
                        0));
    }

    /** What it is worth at this price: negative for shorts. */
    long value(long price) {
        return side.sign() * shares * price;
    }

    /** More of it; the mean price is rounded down, and what that loses counts as a cost. */
    void add(Execution entry) {
        long cost = shares * averagePrice + entry.shares() * entry.priceMicros();
        shares += entry.shares();
        rebase(cost);
        entryCommission += entry.commissionMicros();
    }

    /** What is held cost so much: mean price times shares plus what rounding lost is exactly that. */
    void rebase(long cost) {
        averagePrice = cost / shares;
        entryCommission += side.sign() * (cost - averagePrice * shares);
    }

    /**
     * A split or a dividend. A fraction of a share is paid for at {@code price} and makes the rest so much cheaper.
     *
     * @param price after the split
     * @return cash that comes in, below 0 where a short has to pay
     */
    long apply(CorporateAction action, long price) {
        long cost = shares * averagePrice;
        long inLieu = (long) StrictMath.rint(action.fractionAfter(shares) * price);
        shares = action.sharesAfter(shares);
        rebase(cost - inLieu);
        long paid = side.sign() * shares * Micros.of(action.dividend());
        dividend += paid;
        stop = action.priceAfter(stop);
        target = action.priceAfter(target);
        peakClose = action.priceAfter(peakClose);
        return paid + side.sign() * inLieu;
    }

    /** The part of an amount that falls on so many of the shares; the last ones take what is left. */
    long part(long amount, long of) {
        return of == shares ? amount : amount * of / shares;
    }

    Position snapshot() {
        return new Position(
                symbol,
                side,
                mode,
                entryOrderId,
                signalId,
                entryTime,
                shares,
                averagePrice,
                entryCommission,
                stop,
                target,
                trailingAtrMultiple,
                peakClose,
                exitWanted,
                timeLimitBars,
                barsHeld,
                dividend,
                equityAtEntry,
                realized);
    }
}
