package io.fluxhero.execution.domain.broker;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * The account at the broker.
 *
 * @param cash settled cash, costs paid
 * @param shares held by symbol, negative for short positions; symbols without any are absent
 */
public record BrokerAccount(String account, BigDecimal cash, SortedMap<String, Long> shares) {}
