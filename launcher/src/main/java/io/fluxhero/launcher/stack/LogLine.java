package io.fluxhero.launcher.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/**
 * A line of a log as people read it.
 *
 * @param isError whether something went wrong
 * @param text level and message, and what the deepest cause says; other lines as they are
 */
record LogLine(boolean isError, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ERRORS = Set.of("ERROR", "FATAL");

    /** Services write a JSON object a line, all others plain text. */
    static LogLine of(String line) {
        if (!line.startsWith("{")) {
            return new LogLine(false, line);
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String level = entry.path("level").asText();
            String message = entry.path("message").asText();
            String cause = deepestCause(entry.path("exception"));
            return new LogLine(
                    ERRORS.contains(level),
                    level + " " + message + (cause.isEmpty() || cause.equals(message) ? "" : ": " + cause));
        } catch (JsonProcessingException e) {
            return new LogLine(false, line);
        }
    }

    private static String deepestCause(JsonNode exception) {
        JsonNode deepest = exception;
        while (deepest.path("causedBy").has("exception")) {
            deepest = deepest.path("causedBy").path("exception");
        }
        String type = deepest.path("exceptionType").asText();
        return deepest.path("message").asText(type.substring(type.lastIndexOf('.') + 1));
    }
}
