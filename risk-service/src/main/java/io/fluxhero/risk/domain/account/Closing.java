package io.fluxhero.risk.domain.account;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import java.util.List;

/** What becomes of the positions. */
public enum Closing {
    /** Nothing is held. */
    FLAT,
    /** Something is held, and no order closes it. */
    HELD,
    /** Orders that close all are out. */
    FLATTENING,
    /** Orders that close all are out, and the exchange is closed: they fill at the next open. */
    FLATTEN_PENDING;

    /** Of an account whose orders fill now, or only at the next open. */
    public static Closing of(AccountState state, boolean isExchangeOpen) {
        if (state.positions().isEmpty()) {
            return FLAT;
        }
        List<String> closing = state.pending().stream()
                .filter(ticket -> ticket.intent() == Intent.FLATTEN || ticket.intent() == Intent.EXIT)
                .map(Ticket::symbol)
                .toList();
        boolean all = state.positions().stream().allMatch(position -> closing.contains(position.symbol()));
        if (!all) {
            return HELD;
        }
        return isExchangeOpen ? FLATTENING : FLATTEN_PENDING;
    }
}
