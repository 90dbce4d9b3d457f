package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState.Position;
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

    private final Account account;
    private final TradingGuard guard;
    private final TrailingStops trailingStops;
    private final Closings closings;
    private final Entries entries;

    /** A new account with cash only. */
    public static Portfolio starting(RiskConfig config, OrderIds ids, long initialCashMicros) {
        return restored(config, ids, AccountState.starting(initialCashMicros));
    }

    /** The account as it was. */
    public static Portfolio restored(RiskConfig config, OrderIds ids, AccountState state) {
        return new Portfolio(config, ids, state);
    }

    private Portfolio(RiskConfig config, OrderIds ids, AccountState state) {
        account = new Account(state);
        guard = new TradingGuard(config, state);
        trailingStops = new TrailingStops(config);
        closings = new Closings(account, ids);
        entries = new Entries(account, config, ids);
    }

    /** Everything it remembers. */
    public AccountState state() {
        return guard.snapshot(account);
    }

    /** Cash plus positions at the last marks. */
    public long equityMicros() {
        return account.equity();
    }

    /** Sum of the absolute values of positions at the last marks. */
    public long exposureMicros() {
        return account.exposure();
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
        for (Position held : account.positions()) {
            if (held.stopMicros() > 0) {
                risk += Math.max(0, account.valueOf(held) - held.valueMicros(held.stopMicros()));
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
        Position held = account.position(execution.symbol());
        if (held != null && execution.intent() == Intent.ENTRY && guard.status() == TradingStatus.DISABLED) {
            closings.flatten(held, execution.orderId(), ExitReason.HALT, execution.barTime(), decisions);
        }
        return decisions;
    }

    /** An order ended without (further) fills: cancelled, rejected or expired. Its reservation is released. */
    public void onOrderEnded(String orderId) {
        account.forget(orderId);
    }

    /**
     * Every symbol has settled this bar time and its fills were given before: marks, drawdown, daily loss, stops,
     * exits, entries, in that order.
     *
     * @param bars sorted by symbol
     * @param sessionDay exchange date of the bars as epoch day
     */
    public List<Decision> onBars(long barTime, long sessionDay, List<SettledBar> bars) {
        List<Decision> decisions = new ArrayList<>();
        bars.forEach(bar -> account.mark(bar.symbol(), Micros.of(bar.close())));
        guard.rollTo(sessionDay, decisions);
        guard.onClose(account, decisions).ifPresent(breach -> stopTrading(breach, barTime, decisions));
        bars.forEach(bar -> trailingStops.move(account, barTime, guard.status(), bar, decisions));
        closings.renew(barTime, decisions);
        bars.forEach(bar -> exits(bar, barTime, decisions));
        bars.forEach(bar -> entries(bar, barTime, decisions));
        return decisions;
    }

    private void stopTrading(TradingGuard.Breach breach, long barTime, List<Decision> decisions) {
        decisions.add(guard.halt(breach));
        closings.cancelEntries(breach.trigger(), decisions);
        closings.exitAll(breach.trigger() + "@" + barTime, barTime, decisions);
    }

    private void exits(SettledBar bar, long barTime, List<Decision> decisions) {
        for (SettledBar.Identified identified : bar.signals()) {
            if (identified.signal() instanceof Signal.Exit) {
                closings.onSignal(bar.symbol(), identified, barTime, decisions);
            }
        }
    }

    private void entries(SettledBar bar, long barTime, List<Decision> decisions) {
        for (SettledBar.Identified identified : bar.signals()) {
            if (identified.signal() instanceof Signal.Entry entry) {
                entries.onSignal(bar.symbol(), identified.signalId(), entry, guard.status(), barTime, decisions);
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
            List.copyOf(account.positions()).forEach(held -> closings.flatten(held, cause, why, barTime, decisions));
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

    /** Closes one position at once on a person's word; empty where nothing is held. */
    public List<Decision> close(String symbol, String cause, long barTime) {
        List<Decision> decisions = new ArrayList<>();
        Position held = account.position(symbol);
        if (held != null) {
            closings.flatten(held, cause, ExitReason.PERSON, barTime, decisions);
        }
        return decisions;
    }
}
