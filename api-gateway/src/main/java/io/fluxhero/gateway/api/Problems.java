package io.fluxhero.gateway.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes problem details; docs/problems.md lists the codes. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String URN = "urn:fluxhero:problem:";

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "invalid-request"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(413, "body-too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, "unprocessable"),
            Map.entry(429, "rate-limited"),
            Map.entry(500, "internal-error"),
            Map.entry(502, "service-failed"),
            Map.entry(503, "service-unavailable"));

    private Problems() {}

    /** The code of a status, where nothing more is known. */
    public static String codeOf(int status) {
        return CODES.getOrDefault(status, status < 500 ? "invalid-request" : "internal-error");
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(URN + code, titleOf(code), status, detail, null, code, null, null, null, null, null);
    }

    public static Problem of(int status, String detail) {
        return of(status, codeOf(status), detail);
    }

    public static Problem ofField(String field, String detail) {
        return new Problem(
                URN + "invalid-request",
                titleOf("invalid-request"),
                400,
                detail,
                null,
                "invalid-request",
                null,
                field,
                null,
                null,
                null);
    }

    public static Problem from(String service, int status, String code, String detail) {
        return new Problem(URN + code, titleOf(code), status, detail, null, code, null, null, service, null, null);
    }

    /** What a service said, in its own words, with the service named. */
    public static Problem passedThrough(Problem said, int status, String service) {
        return new Problem(
                said.type() == null ? URN + said.code() : said.type(),
                said.title() == null ? titleOf(said.code()) : said.title(),
                status,
                said.detail(),
                null,
                said.code(),
                said.correlationId(),
                said.field(),
                service,
                said.figures(),
                said.checklist());
    }

    /** The problem as seen by one request. */
    public static Problem at(Problem problem, @Nullable String instance, @Nullable String correlationId) {
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                instance,
                problem.code(),
                correlationId,
                problem.field(),
                problem.service(),
                problem.figures(),
                problem.checklist());
    }

    private static String titleOf(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
