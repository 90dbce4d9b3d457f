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
import java.util.Arrays;

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

    private static final byte[] ZERO = {'0', '0', '0', '0'};

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
     * @throws IOException where the bytes are not such a message: not JSON, an unknown {@code type}, a missing field, or a
     *     text with a zero character, which no database of ours can hold
     */
    public static <T extends Message> T read(byte @org.jspecify.annotations.Nullable [] json, Class<T> type)
            throws IOException {
        if (json == null) {
            throw new IOException("a message without a value");
        }
        if (holdsZero(json)) {
            throw new IOException("a message with a zero character (\\u0000) in it");
        }
        T message = JSON.readValue(json, type);
        if (message == null || message.meta() == null) {
            throw new IOException("a message without meta");
        }
        return message;
    }

    /** Whether a zero character is written somewhere; a plain zero byte is no JSON. */
    private static boolean holdsZero(byte[] json) {
        for (int i = 0; i < json.length - 1; i++) {
            if (json[i] == '\\') {
                if (json[i + 1] == 'u' && isZero(json, i + 2)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isZero(byte[] json, int from) {
        return from + ZERO.length <= json.length && Arrays.equals(json, from, from + ZERO.length, ZERO, 0, ZERO.length);
    }

    /** The mapper itself, for those who embed messages in larger documents. */
    public static ObjectMapper mapper() {
        return JSON;
    }
}
