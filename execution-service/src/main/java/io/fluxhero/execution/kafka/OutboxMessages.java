package io.fluxhero.execution.kafka;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.Wire;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class OutboxMessages implements MessagesOut {

    private final Outbox outbox;

    OutboxMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void append(String topic, String type, Message message) {
        Meta meta = message.meta();
        outbox.append(new OutboxMessage(
                topic,
                message.key(),
                meta.messageId(),
                type,
                meta.correlationId(),
                meta.occurredAt(),
                Wire.write(message)));
    }
}
