package io.fluxhero.execution.domain.broker;

/** What came of giving an order to the broker. */
public sealed interface Submission {

    /** The broker has it. */
    record Taken(String brokerOrderId) implements Submission {}

    /** The broker will not have it; nothing of it remains there. */
    record Refused(String code, String detail) implements Submission {}

    /** No answer that can be relied on: the broker may or may not have it. */
    record Unknown(String detail) implements Submission {}
}
