package io.fluxhero.execution.domain.broker;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Fill;

/** A fact from the broker's side. */
public sealed interface BrokerReport {

    String orderId();

    /** The broker works the order under an id of its own. */
    record Accepted(String orderId, String brokerOrderId) implements BrokerReport {}

    /** The broker works a protective leg of an entry that filled. */
    record LegAccepted(String orderId, String entryOrderId, Intent intent) implements BrokerReport {}

    /** The broker traded, in part or in whole. */
    record Filled(Fill fill) implements BrokerReport {
        @Override
        public String orderId() {
            return fill.orderId();
        }
    }

    /** The rest of the order is gone. */
    record Cancelled(String orderId, String reason) implements BrokerReport {}

    /** The broker said no. */
    record Rejected(String orderId, String code, String detail) implements BrokerReport {}

    /** The order's time ran out. */
    record Expired(String orderId) implements BrokerReport {}
}
