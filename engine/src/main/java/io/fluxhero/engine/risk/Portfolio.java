package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * The portfolio decider: one account as one sequential state machine. Fills first, then the bars of one time in symbol
 * order; what comes back is in the order in which it must be carried out.
 */
public final class Portfolio {

    /** Makes order ids; the same inputs always give the same id. */
    @FunctionalInterface
    public interface OrderIds {
        /** Id of the order that serves {@code leg} ({@code entry}, {@code exit}, {@code flatten}) of {@code cause}. */
        String orderId(String cause, String leg);
    }

    private static final String BY_PERSON = "PERSON";

    private final Account account;
    private final TradingGuard guard;
    private final CorrelationWatch correlations;
    private final TrailingStops trailingStops;
    private final Closings closings;
    private final Entries entries;
    private final BarCloses closesOfBars = new BarCloses();
    /** What one bar time leads to; filled and emptied by {@link #onBars}. */
    private final List<Decision> decided = new ArrayList<>();

    /** A new account with cash only. */
    public static Portfolio starting(RiskConfig config, OrderIds ids, long initialCashMicros) {
        return restored(config, ids, AccountState.starting(initialCashMicros));
    }

    /** The account as it was. */
    public static Portfolio restored(RiskConfig config, OrderIds ids, AccountState state) {
        return new Portfolio(config, ids, state);
    }

    private Portfolio(RiskConfig config, OrderIds ids, AccountState state) {
        account = new Account(state, config.correlation().windowReturns());
        guard = new TradingGuard(config, state);
        correlations = new CorrelationWatch(config.correlation(), state.correlationWarned());
        trailingStops = new TrailingStops(config);
        closings = new Closings(account, ids);
        entries = new Entries(account, config, correlations, ids);
    }

    /** Everything it remembers. */
    public AccountState state() {
        return guard.snapshot(account, correlations.hasWarned());
    }

    /** Cash plus positions at the last marks. */
    public long equityMicros() {
        return account.equity();
    }

    /** Sum of the absolute values of positions at the last marks. */
    public long exposureMicros() {
        return account.exposure();
    }

    /** What open positions gain at the last marks, their entry costs and dividends counted. */
    public long openGainMicros() {
        long gain = 0;
        for (int i = 0; i < account.holdings().size(); i++) {
            gain += account.gainOf(account.holdings().get(i));
        }
        return gain;
    }

    /** Whether nothing is held and no order is out: bars then change nothing but marks. */
    public boolean isIdle() {
        return account.isIdle();
    }

    /** Whether bars without signals change nothing but marks, in this session and those that follow. */
    public boolean isAtRest() {
        return account.isIdle() && guard.isAtRest(account.cash());
    }

    /** Whether anything is held. */
    public boolean holdsAnything() {
        return !account.holdings().isEmpty();
    }

    /** Fraction of the peak of equity that is lost at the last marks; 0 at the peak. */
    public double drawdown() {
        return Math.max(0, guard.drawdown(account.equity()));
    }

    /** Cash that a new entry could use: pending entries and the buying back of shorts are taken off. */
    public long freeCashMicros() {
        return account.freeCash();
    }

    /** Lost if every stop were hit at its price from the last marks; positions whose stop locks a gain count 0. */
    public long openRiskMicros() {
        long risk = 0;
        for (Holding held : account.holdings()) {
            if (held.stop > 0) {
                risk += Math.max(0, account.valueOf(held) - held.value(held.stop));
            }
        }
        return risk;
    }

    /**
     * A fill came in. Returns what follows at once, mostly nothing: an entry that fills although trading was disabled
     * meanwhile is closed again.
     */
    public List<Decision> onExecution(Execution execution) {
        account.book(execution);
        List<Decision> decisions = new ArrayList<>();
        Holding held = account.holding(execution.symbol());
        if (held != null && execution.intent() == Intent.ENTRY && guard.status() == TradingStatus.DISABLED) {
            closings.flatten(held, execution.orderId(), ExitReason.HALT, execution.barTime(), decisions);
        }
        return decisions;
    }

    /** An order ended without (further) fills: cancelled, rejected or expired. Its reservation is released. */
    public void onOrderEnded(String orderId) {
        account.forget(orderId);
    }

    /** A split or a dividend, before the open of its day: shares, prices and cash change, what it is worth does not. */
    public void onCorporateAction(CorporateAction action) {
        account.apply(action);
    }

    /**
     * Cash of the account, which holds nothing, came in (or went out, below 0) other than by trading. It is no gain and no
     * loss: returns, peak and the loss of the session count from the equity that is left, the modes are trusted in full and
     * judged by their trades from here. A halt stays, and so does a probation after one.
     *
     * @param amountMicros in micros
     * @throws IllegalStateException where a position is held
     */
    public void onCashMoved(long amountMicros) {
        if (holdsAnything()) {
            throw new IllegalStateException("cash moves only while nothing is held, not with " + account.positions());
        }
        account.move(amountMicros);
        guard.rebase(account.equity());
    }

    /** Number by which {@link BarCloses} knows this symbol. */
    public int slotOf(String symbol) {
        return account.slotOf(symbol);
    }

    /**
     * Every symbol has settled this bar time and its fills were given before: marks, drawdown, daily loss, stops,
     * exits, entries, in that order.
     *
     * @param bars sorted by symbol
     * @param sessionDay exchange date of the bars as epoch day
     */
    public List<Decision> onBars(long barTime, long sessionDay, List<SettledBar> bars) {
        closesOfBars.clear();
        for (SettledBar bar : bars) {
            closesOfBars.add(account.slotOf(bar.symbol()), bar.close(), bar.atr());
        }
        return List.copyOf(onBars(barTime, sessionDay, closesOfBars, bars));
    }

    /**
     * The same for callers who cannot afford an object per bar.
     *
     * @param closes of every symbol that settled, sorted by symbol
     * @param spoken the bars of these that have signals, sorted by symbol; others may be among them
     * @return read only, and good until the next bars are given
     */
    public List<Decision> onBars(long barTime, long sessionDay, BarCloses closes, List<SettledBar> spoken) {
        decided.clear();
        for (int i = 0; i < closes.size(); i++) {
            account.mark(closes.slot(i), barTime, Micros.of(closes.close(i)));
        }
        if (spoken.isEmpty() && account.isIdle() && guard.isCalm(sessionDay, account.cash())) {
            return List.of();
        }
        if (guard.rollTo(sessionDay, decided)) {
            correlations.onSession(account, decided);
            account.onSession(sessionDay);
        }
        TradingGuard.Breach breach = guard.onClose(account, decided);
        if (breach != null) {
            stopTrading(breach, barTime);
        }
        followPositions(barTime, closes);
        for (int i = 0; i < spoken.size(); i++) {
            exits(spoken.get(i), barTime);
        }
        for (int i = 0; i < spoken.size(); i++) {
            entries(spoken.get(i), barTime);
        }
        return decided;
    }

    private void stopTrading(TradingGuard.Breach breach, long barTime) {
        decided.add(guard.halt(breach));
        closings.cancelEntries(breach.trigger(), decided);
        closings.exitAll(breach.trigger() + "@" + barTime, barTime, decided);
    }

    /** Stops follow, time limits run out, and exits that failed are ordered again. */
    private void followPositions(long barTime, BarCloses closes) {
        if (account.holdings().isEmpty()) {
            return;
        }
        for (int i = 0; i < closes.size(); i++) {
            Holding held = account.holding(closes.slot(i));
            if (held != null && held.entryTime <= barTime) {
                trailingStops.move(held, account.markOf(held), closes.atr(i), guard.status(), decided);
                held.barsHeld++;
            }
        }
        closings.renew(barTime, decided);
        closings.endTimeLimits(barTime, decided);
    }

    private void exits(SettledBar bar, long barTime) {
        for (SettledBar.Identified identified : bar.signals()) {
            if (identified.signal() instanceof Signal.Exit) {
                closings.onSignal(bar.symbol(), identified, barTime, decided);
            }
        }
    }

    private void entries(SettledBar bar, long barTime) {
        for (SettledBar.Identified identified : bar.signals()) {
            if (identified.signal() instanceof Signal.Entry entry) {
                entries.onSignal(bar.symbol(), identified.signalId(), entry, guard.status(), barTime, decided);
            }
        }
    }

    /**
     * Disables trading: pending entries are cancelled and, where {@code flatten}, positions closed at once.
     *
     * @param trigger MANUAL or SYSTEM; the automatic ones are found by {@link #onBars}
     * @param cause request id, from which order ids follow
     */
    public List<Decision> halt(String trigger, String reason, boolean flatten, String cause, long barTime) {
        List<Decision> decisions = new ArrayList<>();
        decisions.add(guard.halt(TradingGuard.manual(trigger, reason, account.equity())));
        closings.cancelEntries(trigger, decisions);
        if (flatten) {
            ExitReason why = trigger.equals("MANUAL") ? ExitReason.PERSON : ExitReason.HALT;
            account.holdings().forEach(held -> closings.flatten(held, cause, why, barTime, decisions));
        }
        return decisions;
    }

    /**
     * Allows trading again. Where drawdown was the trigger the peak is reset to current equity and trading stays REDUCED
     * for the rest of this session and the whole of the next; else it is ACTIVE, or REDUCED while an earlier drawdown
     * has not recovered. Nothing where trading is allowed.
     */
    public List<Decision> resume(String reason) {
        List<Decision> decisions = new ArrayList<>();
        guard.resume(reason, account.equity(), decisions);
        return decisions;
    }

    /** Correlation of the returns of two symbols, {@code NaN} while they have too few in common. */
    public double correlation(String one, String other) {
        CloseWindow ours = account.window(account.slotOf(one));
        return ours.knownCorrelationWith(account.window(account.slotOf(other)), correlations.fewestReturns());
    }

    /** Shares at the broker that no order of ours bought; 0 once they are gone. */
    public void onExternal(String symbol, long shares, long priceMicros) {
        account.externals().tell(symbol, shares, priceMicros);
    }

    /** Sum of the absolute values of what the broker holds that is not ours. */
    public long externalExposureMicros() {
        return account.externalExposure();
    }

    /** Opens a position on a person's word, where every limit allows it. */
    public List<Decision> enter(PersonalEntry entry, String cause, long barTime) {
        List<Decision> decisions = new ArrayList<>();
        entries.onPerson(entry, guard.status(), cause, barTime, decisions);
        return decisions;
    }

    /** Sells a part of a position, or waits for a price, on a person's word; what is left keeps its stop. */
    public List<Decision> reduce(String symbol, Side side, long shares, OrderTerms terms, String cause, long barTime) {
        List<Decision> decisions = new ArrayList<>();
        closings.onPerson(symbol, side, shares, terms, cause, barTime, decisions);
        return decisions;
    }

    /** Cancels one order on a person's word; empty where it is not out. */
    public List<Decision> cancel(String orderId) {
        List<Decision> decisions = new ArrayList<>();
        closings.cancel(orderId, BY_PERSON, decisions);
        return decisions;
    }

    /** Cancels all that opens a position or waits for a price; orders that close a position at once stay. */
    public List<Decision> cancelAll() {
        List<Decision> decisions = new ArrayList<>();
        closings.cancelWaiting(BY_PERSON, decisions);
        return decisions;
    }

    /** Closes one position at once on a person's word; empty where nothing is held. */
    public List<Decision> close(String symbol, String cause, long barTime) {
        return close(symbol, cause, ExitReason.PERSON, barTime);
    }

    /** Closes one position at once for a reason; empty where nothing is held. */
    public List<Decision> close(String symbol, String cause, ExitReason reason, long barTime) {
        List<Decision> decisions = new ArrayList<>();
        Holding held = account.holding(symbol);
        if (held != null) {
            closings.flatten(held, cause, reason, barTime, decisions);
        }
        return decisions;
    }
}
