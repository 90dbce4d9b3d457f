package io.fluxhero.execution.kafka;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.outbox.Decoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads messages of one topic. */
record WireDecoder<M extends Message>(Class<M> type) implements Decoder<M> {

    @Override
    public M decode(byte @Nullable [] value) throws IOException {
        return Wire.read(value, type);
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
