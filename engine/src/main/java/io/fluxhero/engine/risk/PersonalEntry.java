package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Side;

/**
 * A position that a person wants to open. Money in micros, 0 is none.
 *
 * @param shares stated, not sized: what the limits do not allow is denied
 * @param terms how it may fill
 * @param stopMicros protective stop
 * @param targetMicros profit target
 */
public record PersonalEntry(
        String symbol, Side side, long shares, OrderTerms terms, long stopMicros, long targetMicros) {}
