package io.fluxhero.risk;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Topics;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.portfolio.PortfolioMessage;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Puts messages on their topic, in the transaction of the state that they speak of. */
@ApplicationScoped
class Dispatch {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Outbox outbox;

    Dispatch(Outbox outbox) {
        this.outbox = outbox;
    }

    void send(List<? extends Message> messages) {
        outbox.appendAll(messages.stream().map(Dispatch::enveloped).toList());
    }

    /** The message's type as its JSON says it, for example {@code order-approved}. */
    static String typeOf(Message message) {
        return WORD_START
                .matcher(message.getClass().getSimpleName())
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }

    private static OutboxMessage enveloped(Message message) {
        return new OutboxMessage(
                topicOf(message),
                message.key(),
                message.meta().messageId(),
                typeOf(message),
                message.meta().correlationId(),
                message.meta().occurredAt(),
                OutboxMessage.Body.of(message, Wire::write));
    }

    private static String topicOf(Message message) {
        return switch (message) {
            case OrderMessage order -> Topics.ORDERS;
            case RiskAlert alert -> Topics.RISK_ALERTS;
            case PortfolioMessage portfolio -> Topics.PORTFOLIO;
            default -> throw new IllegalArgumentException("risk does not publish a " + typeOf(message));
        };
    }
}
