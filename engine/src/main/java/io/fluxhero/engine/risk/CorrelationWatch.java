package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Decision.Alert;
import java.util.List;

/** How much the symbols move together: of a new position with those that are open, and of all that are watched. */
final class CorrelationWatch {

    private final CorrelationRules rules;
    private boolean warned;

    CorrelationWatch(CorrelationRules rules, boolean warned) {
        this.rules = rules;
        this.warned = warned;
    }

    int fewestReturns() {
        return rules.fewestReturns();
    }

    boolean hasWarned() {
        return warned;
    }

    /** Most open positions, given the limit of calm times. */
    int maxPositions(int limit) {
        return warned && rules.halvesMaxPositions() ? Math.max(1, limit / 2) : limit;
    }

    /** Highest correlation of a new position with any that is open or pending, seen from our side; -1 for none. */
    double highest(String symbol, Side side, Account account) {
        double highest = -1;
        for (Holding held : account.holdings()) {
            highest = Math.max(highest, signed(symbol, side, held.symbol, held.side, account));
        }
        for (Ticket ticket : account.pending()) {
            if (ticket.intent() == Intent.ENTRY) {
                highest = Math.max(highest, signed(symbol, side, ticket.symbol(), ticket.side(), account));
            }
        }
        return highest;
    }

    private double signed(String symbol, Side side, String other, Side otherSide, Account account) {
        CloseWindow ours = account.window(account.slotOf(symbol));
        CloseWindow theirs = account.window(account.slotOf(other));
        return side.sign() * otherSide.sign() * ours.correlationWith(theirs, rules.fewestReturns());
    }

    boolean isTooHigh(double correlation) {
        return correlation > rules.sizeReductionAbove();
    }

    /** Shares that remain of so many. */
    long reduced(long shares) {
        return (long) StrictMath.floor(shares * rules.sizeFactor());
    }

    /** Looks at all symbols as a session begins: warns once, and again after it was calm. */
    void onSession(Account account, List<Decision> out) {
        double mean = mean(account);
        boolean alarming = mean > rules.alertAbove();
        if (alarming && !warned) {
            Figures figures = Figures.of("mean_correlation", mean).and("limit", rules.alertAbove());
            out.add(new Alert(
                    Alert.Kind.CORRELATION_WARNED,
                    "CORRELATION_ALERT",
                    "the watched symbols move together" + (rules.halvesMaxPositions() ? ": fewer positions" : ""),
                    figures.asMap()));
        }
        warned = alarming;
    }

    private double mean(Account account) {
        if (!account.knowsSeveralSymbols()) {
            return 0;
        }
        List<Integer> slots = account.slotsBySymbol();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < slots.size(); i++) {
            for (int j = i + 1; j < slots.size(); j++) {
                CloseWindow ours = account.window(slots.get(i));
                sum += ours.correlationWith(account.window(slots.get(j)), rules.fewestReturns());
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}
