package io.fluxhero.simulation.service;

import io.fluxhero.contracts.Message;
import io.fluxhero.outbox.Decoder;
import io.fluxhero.simulation.log.Carrier;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one topic from what carries them. */
record MessageDecoder<M extends Message>(Carrier carrier, Class<M> type) implements Decoder<M> {

    @Override
    public M decode(byte @Nullable [] value) throws IOException {
        return carrier.messageOf(value, type);
    }

    @Override
    public String messageId(M message) {
        return message.meta().messageId();
    }

    @Override
    public String correlationId(M message) {
        return message.meta().correlationId();
    }
}
