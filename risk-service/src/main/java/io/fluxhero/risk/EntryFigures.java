package io.fluxhero.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What the limits saw of an entry that they allowed. Percentages are of equity. */
final class EntryFigures {

    private static final double PERCENT = 100;

    private EntryFigures() {}

    /** Of this entry among all that is held, pending or not ours, itself included. */
    static Map<String, BigDecimal> of(Ticket entry, AccountState after) {
        long exposure = 0;
        long equity = after.cashMicros();
        int open = after.externals().size();
        for (AccountState.Position held : after.positions()) {
            long value = held.valueMicros(mark(after, held.symbol(), held.averagePriceMicros()));
            exposure += Math.abs(value);
            equity += value;
            open++;
        }
        for (Ticket ticket : after.pending()) {
            if (ticket.intent() == Intent.ENTRY) {
                exposure += valueOf(ticket, after);
                open++;
            }
        }
        for (var external : after.externals().entrySet()) {
            long price = mark(after, external.getKey(), external.getValue().priceMicros());
            exposure += Math.abs(external.getValue().shares()) * price;
        }
        Map<String, BigDecimal> figures = new TreeMap<>();
        figures.put("value", ExplainOrder.plain(Micros.toDecimal(valueOf(entry, after))));
        figures.put("exposure", ExplainOrder.plain(Micros.toDecimal(exposure)));
        figures.put("open_positions", BigDecimal.valueOf(open));
        percent(figures, "value_percent", valueOf(entry, after), equity);
        percent(figures, "exposure_percent", exposure, equity);
        return figures;
    }

    private static long valueOf(Ticket entry, AccountState after) {
        return entry.shares() * entry.terms().referenceMicros(mark(after, entry.symbol(), entry.stopMicros()));
    }

    private static long mark(AccountState state, String symbol, long otherwise) {
        return state.marksMicros().getOrDefault(symbol, otherwise);
    }

    private static void percent(Map<String, BigDecimal> figures, String name, long part, long whole) {
        BigDecimal percent = whole == 0 ? null : ExplainOrder.decimal(Micros.round(PERCENT * part / whole));
        if (percent != null) {
            figures.put(name, percent);
        }
    }
}
