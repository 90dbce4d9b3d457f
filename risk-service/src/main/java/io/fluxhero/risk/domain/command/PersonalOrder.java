package io.fluxhero.risk.domain.command;

import io.fluxhero.engine.risk.OrderTerms;

/**
 * An order as a person states it. Money in micros, 0 is none.
 *
 * @param buys buy, or sell
 * @param protectiveStop of an entry
 * @param takeProfit of an entry
 */
public record PersonalOrder(
        String symbol, boolean buys, long quantity, OrderTerms terms, long protectiveStop, long takeProfit) {}
