package io.fluxhero.execution.domain.broker;

import io.fluxhero.engine.risk.Intent;

/** An order as the broker holds it, by our id. */
public record BrokerOrder(String orderId, String symbol, Intent intent, long quantity) {}
