package io.fluxhero.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fluxhero.gateway.api.frame.ClientFrame;
import io.fluxhero.gateway.api.frame.ServerFrame;
import java.util.Optional;

/** Frames as text. */
final class Frames {
    private Frames() {}

    static String text(ObjectMapper json, ServerFrame frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame always has a JSON form", e);
        }
    }

    /** Empty where the text is no such frame. */
    static Optional<ClientFrame> parse(ObjectMapper json, String text) {
        try {
            return Optional.ofNullable(json.readValue(text, ClientFrame.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Any JSON; missing where it is none. */
    static JsonNode treeOf(ObjectMapper json, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
