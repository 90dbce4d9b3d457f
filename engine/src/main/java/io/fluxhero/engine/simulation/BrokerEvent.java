package io.fluxhero.engine.simulation;

import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;

/** What the simulated broker reports, in order. */
public sealed interface BrokerEvent {

    /** The order works: a ticket on submission, a stop or target when its entry fills. */
    record Accepted(String orderId, String symbol, Intent intent) implements BrokerEvent {}

    /** A fill of the whole order. */
    record Filled(Execution execution) implements BrokerEvent {}

    /** The order is gone: by request, because its position closed, or for want of cash. */
    record Cancelled(String orderId, String symbol, String reason) implements BrokerEvent {}
}
