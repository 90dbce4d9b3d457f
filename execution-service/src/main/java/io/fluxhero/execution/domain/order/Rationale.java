package io.fluxhero.execution.domain.order;

/**
 * Why an order came to be. It stays with the trade.
 *
 * @param text several lines for people
 * @param json the figures behind it
 * @param regime confirmed regime at the decision
 */
public record Rationale(String text, String json, String regime) {}
