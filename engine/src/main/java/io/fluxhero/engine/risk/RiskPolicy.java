package io.fluxhero.engine.risk;

import java.util.Optional;

/** One limit. The account's rules are a list of these, asked in order; the first objection decides. */
interface RiskPolicy {

    Optional<Denial> objectionTo(EntryRequest entry, Account account);
}
