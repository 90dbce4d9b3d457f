package io.fluxhero.engine.risk;

import java.util.List;

/**
 * The portfolio decider: one account as one sequential state machine. Fills first, then the bars of one time in symbol
 * order; what comes back is in the order in which it must be carried out.
 */
public final class Portfolio {

    /** Makes order ids; the same inputs always give the same id. */
    public interface OrderIds {
        /** Id of the order that serves {@code leg} ({@code entry}, {@code exit}, {@code flatten}) of {@code cause}. */
        String orderId(String cause, String leg);
    }

    /** A new account with cash only. */
    public static Portfolio starting(RiskConfig config, OrderIds ids, long initialCashMicros) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The account as it was. */
    public static Portfolio restored(RiskConfig config, OrderIds ids, AccountState state) {
        throw new UnsupportedOperationException("skeleton");
    }

    private Portfolio() {}

    /** Everything it remembers. */
    public AccountState state() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Cash plus positions at the last marks. */
    public long equityMicros() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Sum of the absolute values of positions at the last marks. */
    public long exposureMicros() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** A fill came in. Returns what follows at once, mostly nothing. */
    public List<Decision> onExecution(Execution execution) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** An order ended without (further) fills: cancelled, rejected or expired. Its reservation is released. */
    public void onOrderEnded(String orderId) {
        throw new UnsupportedOperationException("skeleton");
    }

    /**
     * Every symbol has settled this bar time and its fills were given before: marks, drawdown, daily loss, stops,
     * exits, entries, in that order.
     *
     * @param bars sorted by symbol
     * @param sessionDay exchange date of the bars as epoch day
     */
    public List<Decision> onBars(long barTime, long sessionDay, List<SettledBar> bars) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Disables trading: pending entries are cancelled and, where {@code flatten}, positions closed at market. */
    public List<Decision> halt(String trigger, String reason, boolean flatten, String cause, long barTime) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Allows trading again, in REDUCED where drawdown was the trigger, with the peak reset to current equity. */
    public List<Decision> resume(String reason) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Closes one position at market on a person's word; empty where nothing is held. */
    public List<Decision> close(String symbol, String cause, long barTime) {
        throw new UnsupportedOperationException("skeleton");
    }
}
