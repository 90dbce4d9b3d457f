package io.fluxhero.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** The JSON form of messages: UTC ISO-8601 times, plain decimal numbers, unknown fields ignored, absent means null. */
public final class Wire {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Wire() {}

    /** The message as UTF-8 JSON. */
    public static byte[] write(Message message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contract record always has a JSON form: " + message, e);
        }
    }

    /**
     * Reads one message.
     *
     * @param json UTF-8 JSON as found on the topic, or {@code null} for a tombstone
     * @param type the topic's sealed type
     * @throws IOException where the bytes are not such a message: not JSON, an unknown {@code type}, a missing field
     */
    public static <T extends Message> T read(byte @org.jspecify.annotations.Nullable [] json, Class<T> type)
            throws IOException {
        if (json == null) {
            throw new IOException("a message without a value");
        }
        T message = JSON.readValue(json, type);
        if (message == null || message.meta() == null) {
            throw new IOException("a message without meta");
        }
        return message;
    }

    /** The mapper itself, for those who embed messages in larger documents. */
    public static ObjectMapper mapper() {
        return JSON;
    }
}
