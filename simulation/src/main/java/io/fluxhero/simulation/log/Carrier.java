package io.fluxhero.simulation.log;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages as bytes: as their real JSON, or, for the many seeds that are not about JSON, as a number that stands
 * for the object itself.
 */
public final class Carrier {

    private static final int NUMBER_BYTES = 5;

    private final boolean asJson;
    private final List<Message> carried = new ArrayList<>();

    public Carrier(boolean asJson) {
        this.asJson = asJson;
    }

    /** The bytes that stand for the message. */
    public byte[] bytesOf(Message message) {
        if (asJson) {
            return Wire.write(message);
        }
        carried.add(message);
        return ByteBuffer.allocate(NUMBER_BYTES)
                .put((byte) 0)
                .putInt(carried.size() - 1)
                .array();
    }

    /** The message, where the bytes stand for one of this type. */
    public <M extends Message> Optional<M> find(byte @Nullable [] value, Class<M> type) {
        try {
            return Optional.of(messageOf(value, type));
        } catch (IOException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** What the bytes say, as far as that can be told without reading JSON. */
    String nameOf(byte @Nullable [] value) {
        if (value == null || value.length != NUMBER_BYTES || value[0] != 0) {
            return "bytes";
        }
        Message message =
                carried.get(ByteBuffer.wrap(value, 1, NUMBER_BYTES - 1).getInt());
        return message.getClass().getSimpleName();
    }

    /** The whole message in words, for readers of a trace. */
    String wordsOf(byte @Nullable [] value) {
        if (value == null || value.length != NUMBER_BYTES || value[0] != 0) {
            return value == null ? "nothing" : new String(value, StandardCharsets.UTF_8);
        }
        return carried.get(ByteBuffer.wrap(value, 1, NUMBER_BYTES - 1).getInt()).toString();
    }

    /** The message that the bytes stand for. */
    public <M extends Message> M messageOf(byte @Nullable [] value, Class<M> type) throws IOException {
        if (value == null || value.length != NUMBER_BYTES || value[0] != 0) {
            return Wire.read(value, type);
        }
        return type.cast(carried.get(ByteBuffer.wrap(value, 1, NUMBER_BYTES - 1).getInt()));
    }
}
