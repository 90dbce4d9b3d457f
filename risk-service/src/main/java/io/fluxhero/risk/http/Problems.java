package io.fluxhero.risk.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every error leaves as problem+json; only what is our own fault is logged. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;

    @ServerExceptionMapper
    Response on(BadParameter bad) {
        return Problem.of(BAD_REQUEST, "invalid-request", bad.detail(), bad.field());
    }

    @ServerExceptionMapper
    Response on(ConstraintViolationException invalid) {
        ConstraintViolation<?> first = invalid.getConstraintViolations().stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .orElseThrow(() -> new IllegalStateException("a violation without a violation", invalid));
        String field = snake(last(first.getPropertyPath()));
        return Problem.of(BAD_REQUEST, "invalid-request", field + " " + first.getMessage(), field);
    }

    @ServerExceptionMapper
    Response on(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    @ServerExceptionMapper
    Response on(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        int status = refused.getResponse().getStatus();
        String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
        return Problem.of(status, reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason, null);
    }

    @ServerExceptionMapper
    Response on(RuntimeException fault) {
        LOG.errorf(fault, "request.failed");
        return Problem.of(INTERNAL, "internal-error", "the request failed; the log says why", null);
    }

    private static Response unreadable(JsonProcessingException unreadable) {
        String field = unreadable instanceof JsonMappingException mapping ? fieldOf(mapping) : null;
        String detail = field == null ? "the body is not the JSON that is expected" : field + " has the wrong type";
        return Problem.of(BAD_REQUEST, "invalid-request", detail, field);
    }

    private static @Nullable String fieldOf(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(reference -> String.valueOf(reference.getFieldName()))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }

    private static String last(Path path) {
        String name = "";
        for (Path.Node node : path) {
            name = String.valueOf(node.getName());
        }
        return name;
    }

    private static String snake(String name) {
        return CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
