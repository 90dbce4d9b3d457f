package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState.Position;
import io.fluxhero.engine.risk.Decision.Approved;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.ExitReason;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Explanation;
import org.jspecify.annotations.Nullable;

/** A position while it is open, as the ledger sees it: what it cost, how far it went both ways, how it is left. */
final class Lot {

    private final Approved decision;
    private final Explanation explanation;
    private final Side side;
    private final long entryTime;
    private final int entryBar;
    private long shares;
    private long averagePrice;
    private long entryCosts;
    private long entrySlippage;
    private long dividend;
    private double splitRatio = 1;
    private long initialStop;
    private long lastStop;
    private double lowest;
    private double highest;
    private @Nullable ExitReason reason;

    Lot(Approved decision, Explanation explanation, Execution entry, int entryBar) {
        this.decision = decision;
        this.explanation = explanation;
        this.entryBar = entryBar;
        side = entry.side();
        entryTime = entry.barTime();
        shares = entry.shares();
        averagePrice = entry.priceMicros();
        entryCosts = entry.commissionMicros();
        entrySlippage = entry.slippageMicros();
        initialStop = decision.ticket().stopMicros();
        lastStop = initialStop;
        lowest = Micros.toDouble(averagePrice);
        highest = lowest;
    }

    /** More of the same entry; the mean price is rounded down and the rest counts as a cost, as in the account. */
    void add(Execution entry) {
        long cost = shares * averagePrice + entry.shares() * entry.priceMicros();
        shares += entry.shares();
        averagePrice = cost / shares;
        entryCosts += entry.commissionMicros() + side.sign() * (cost - averagePrice * shares);
        entrySlippage += entry.slippageMicros();
    }

    void stopMoved(long stop) {
        lastStop = stop;
    }

    /** The first reason stays: an order that was renewed still serves it. The end of the data overrules all. */
    void isToBeClosed(ExitReason why) {
        reason = reason == null || why == ExitReason.END_OF_DATA ? why : reason;
    }

    long shares() {
        return shares;
    }

    /** A split or a dividend: the account has worked it out. */
    void apply(CorporateAction action, Position held) {
        shares = held.shares();
        averagePrice = held.averagePriceMicros();
        entryCosts = held.entryCommissionMicros();
        dividend = held.dividendMicros();
        splitRatio *= action.splitRatio();
        lastStop = action.priceAfter(lastStop);
        initialStop = action.priceAfter(initialStop);
        lowest = Micros.toDouble(action.priceAfterSplit(Micros.of(lowest)));
        highest = Micros.toDouble(action.priceAfterSplit(Micros.of(highest)));
    }

    /** Prices that were traded while it was held. */
    void saw(double low, double high) {
        lowest = Math.min(lowest, low);
        highest = Math.max(highest, high);
    }

    boolean isClosed() {
        return shares == 0;
    }

    /** Takes an exit of some or all shares and gives the trade that it makes; {@code bar} counts bars of the symbol. */
    ClosedTrade close(Execution exit, int bar) {
        double price = Micros.toDouble(exit.priceMicros());
        saw(price, price);
        long costs = share(entryCosts, exit.shares()) + exit.commissionMicros();
        long slippage = share(entrySlippage, exit.shares()) + exit.slippageMicros();
        long gain = side.sign() * exit.shares() * (exit.priceMicros() - averagePrice);
        long income = share(dividend, exit.shares());
        long risk = riskOf(exit.shares());
        ClosedTrade trade = new ClosedTrade(
                exit.symbol(),
                side,
                explanation.mode(),
                entryTime,
                averagePrice,
                exit.barTime(),
                exit.priceMicros(),
                exit.shares(),
                initialStop,
                lastStop,
                costs,
                slippage,
                gain - costs + income,
                bar - entryBar,
                exit.intent(),
                explanation,
                risk,
                Micros.toDouble(risk) / Micros.toDouble(decision.equityMicros()) * 100,
                reasonOf(exit.intent()),
                excursion(side == Side.LONG ? lowest : highest, -1) * exit.shares(),
                excursion(side == Side.LONG ? highest : lowest, 1) * exit.shares(),
                income);
        entryCosts -= costs - exit.commissionMicros();
        entrySlippage -= slippage - exit.slippageMicros();
        dividend -= income;
        shares -= exit.shares();
        return trade;
    }

    /** The part of a cost that falls on so many of the shares held; the last ones take what is left. */
    private long share(long cost, long of) {
        return of == shares ? cost : cost * of / shares;
    }

    /** Money at risk at the entry on so many shares as they are now. */
    private long riskOf(long count) {
        return splitRatio == 1
                ? decision.riskMicros() * count / decision.ticket().shares()
                : (long) StrictMath.rint(
                        decision.riskMicros() * (count / (decision.ticket().shares() * splitRatio)));
    }

    private long excursion(double price, int direction) {
        return Math.max(0, direction * (long) side.sign() * (Micros.of(price) - averagePrice));
    }

    private ExitReason reasonOf(Intent intent) {
        return switch (intent) {
            case PROTECTIVE_STOP -> lastStop == initialStop ? ExitReason.STOP : ExitReason.TRAILING_STOP;
            case TAKE_PROFIT -> ExitReason.TARGET;
            case FLATTEN -> reason == null ? ExitReason.PERSON : reason;
            case ENTRY, EXIT -> reason == null ? ExitReason.SIGNAL : reason;
        };
    }
}
