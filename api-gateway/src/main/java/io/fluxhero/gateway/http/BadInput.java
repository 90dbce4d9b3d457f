package io.fluxhero.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.Problems;
import io.vertx.core.MultiMap;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the name of the field that a client got wrong. */
final class BadInput {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ONE_OF = Pattern.compile("[A-Za-z0-9_]+(?:\\|[A-Za-z0-9_]+)+");

    /** What the resources call the body that they are given. */
    private static final String BODY = "request";

    private BadInput() {}

    /** The first violation by name, so that the answer does not depend on chance. */
    static Problem in(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .min(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .map(BadInput::of)
                .orElseGet(() -> Problems.of(400, "the request is not valid"));
    }

    private static Problem of(ConstraintViolation<?> violation) {
        String name = nameIn(violation);
        if (name.equals(BODY)) {
            return Problems.of(400, "a JSON body is expected");
        }
        return Problems.ofField(name, name + " " + expectedIn(violation));
    }

    private static String expectedIn(ConstraintViolation<?> violation) {
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        String regexp = String.valueOf(bounds.get("regexp"));
        if (ONE_OF.matcher(regexp).matches()) {
            return "must be one of " + regexp.replace("|", ", ");
        }
        return violation.getMessage();
    }

    static Problem in(JsonProcessingException e) {
        if (e instanceof StreamReadException || e.getCause() instanceof StreamReadException) {
            return Problems.of(400, "malformed-json", "the body is not valid JSON" + where(e));
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
            return Problems.ofField(field, field + " " + complaintOf(mapping));
        }
        return Problems.of(400, "the body does not have the expected form");
    }

    /** A query value that is no number or time: the parameter is found by the value that the parser quotes. */
    static Problem in(IllegalArgumentException e, MultiMap query) {
        Matcher quoted = QUOTED.matcher(String.valueOf(e.getMessage()));
        if (quoted.find()) {
            for (Map.Entry<String, String> parameter : query) {
                if (parameter.getValue().equals(quoted.group(1))) {
                    return Problems.ofField(
                            parameter.getKey(), parameter.getKey() + " has a value of the wrong type or form");
                }
            }
        }
        return Problems.of(400, "a query parameter has a value of the wrong type or form");
    }

    private static String complaintOf(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownBeside(unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList());
        }
        return formOf(e);
    }

    /** What is wrong with a name that is none of these. */
    static String unknownBeside(Collection<String> known) {
        return "is not known here; known: " + (known.isEmpty() ? "none" : String.join(", ", known));
    }

    private static String formOf(JsonMappingException e) {
        if (e instanceof InvalidFormatException invalid && StorableText.isUnstorable(invalid.getValue())) {
            return StorableText.COMPLAINT;
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted == LocalDate.class) {
            return "must be a date YYYY-MM-DD";
        }
        if (wanted == Boolean.class) {
            return "must be true or false";
        }
        if (wanted == Integer.class) {
            return "must be a whole number";
        }
        return wanted == BigDecimal.class ? "must be a number" : "has a value of the wrong type or form";
    }

    private static String nameIn(ConstraintViolation<?> violation) {
        String last = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            // An element of a list has no name of its own that a person knows: the list has.
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                last = node.getName();
            }
        }
        return snake(last);
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
