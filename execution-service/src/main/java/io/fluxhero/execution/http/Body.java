package io.fluxhero.execution.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.contracts.Wire;

/** A JSON request, read field by field, so that an error names the field. */
record Body(JsonNode json) {

    static JsonNode parse(String text) {
        try {
            JsonNode json = Wire.mapper().readTree(text);
            if (json == null || json.isMissingNode() || json.isNull()) {
                throw new BadParameter("body", "the body must be JSON");
            }
            return json;
        } catch (JsonProcessingException e) {
            BadParameter bad = new BadParameter("body", "the body must be JSON: " + e.getOriginalMessage());
            bad.initCause(e);
            throw bad;
        }
    }

    static Body of(String text) {
        JsonNode json = parse(text);
        if (!json.isObject()) {
            throw new BadParameter("body", "the body must be a JSON object");
        }
        return new Body(json);
    }

    String text(String field, int longest) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > longest) {
            throw new BadParameter(field, "must be text of 1 to " + longest + " characters");
        }
        return value.asText();
    }

    long number(String field, long least, long most) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw new BadParameter(field, "must be a whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    boolean flag(String field) {
        JsonNode value = json.path(field);
        if (!value.isBoolean()) {
            throw new BadParameter(field, "must be true or false");
        }
        return value.asBoolean();
    }
}
