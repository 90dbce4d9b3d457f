package io.fluxhero.execution.kafka;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Wire;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class OutboxMessages implements MessagesOut {

    private final Outbox outbox;

    OutboxMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void append(String topic, String type, Message message) {
        appendAll(topic, type, List.of(message));
    }

    @Override
    public void appendAll(String topic, String type, List<? extends Message> messages) {
        outbox.appendAll(messages.stream()
                .map(message -> enveloped(topic, type, message))
                .toList());
    }

    private static OutboxMessage enveloped(String topic, String type, Message message) {
        Meta meta = message.meta();
        return new OutboxMessage(
                topic,
                message.key(),
                meta.messageId(),
                type,
                meta.correlationId(),
                meta.occurredAt(),
                Wire.write(message));
    }
}
