package io.fluxhero.execution.domain.broker;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Fill;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of the broker's own log. Order ids are client order ids; a movement of cash has an id of its own in their place.
 *
 * @param sequence grows from line to line
 * @param at event time
 * @param fact what happened
 */
public record BrokerReport(long sequence, Instant at, Fact fact) {

    /** What can happen at a broker. */
    public sealed interface Fact {

        String orderId();
    }

    /** The broker works the order under an id of its own. */
    public record Accepted(String orderId, String brokerOrderId) implements Fact {}

    /** The broker works a protective leg of an entry that filled. */
    public record LegAccepted(String orderId, String entryOrderId, Intent intent) implements Fact {}

    /** The broker traded, in part or in whole. */
    public record Filled(Fill fill) implements Fact {
        @Override
        public String orderId() {
            return fill.orderId();
        }
    }

    /** The rest of the order is gone. */
    public record Cancelled(String orderId, String reason) implements Fact {}

    /** The broker will not cancel: the order works on. */
    public record CancelRefused(String orderId, String reason) implements Fact {}

    /** Another order of the broker took its place; it is followed. */
    public record Replaced(String orderId, String successorBrokerOrderId) implements Fact {}

    /** The broker said no. */
    public record Rejected(String orderId, String code, String detail) implements Fact {}

    /** The order's time ran out. */
    public record Expired(String orderId) implements Fact {}

    /** Cash came in, or went out below 0, other than by trading. */
    public record CashMoved(String movementId, BigDecimal amount, BigDecimal cash, String reason) implements Fact {
        @Override
        public String orderId() {
            return movementId;
        }
    }

    /** Something that this version has no word for. */
    public record Unrecognised(String orderId, String text) implements Fact {}
}
