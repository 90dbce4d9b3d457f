package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One service over HTTP: asks, and turns every way of failing into an {@link UpstreamProblem}. */
final class Upstream {
    private static final int OK_FROM = 200;
    private static final int OK_TO = 300;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final Service service;
    private final URI base;
    private final String authorization;
    private final Duration patience;
    private final HttpClient client;
    private final ObjectMapper json;

    Upstream(Service service, URI base, String authorization, Duration patience, HttpClient client, ObjectMapper json) {
        this.service = service;
        this.base = base;
        this.authorization = authorization;
        this.patience = patience;
        this.client = client;
        this.json = json;
    }

    URI base() {
        return base;
    }

    <T> T get(String path, @Nullable Query query, TypeReference<T> type) {
        return read(send(request(path + (query == null ? "" : query)).GET().build()), type);
    }

    <T> T post(String path, Object body, Command command, TypeReference<T> type) {
        return read(send(command(path, command).POST(json(body)).build()), type);
    }

    <T> T delete(String path, Command command, TypeReference<T> type) {
        return read(send(command(path, command).DELETE().build()), type);
    }

    /** A command whose answer says nothing but that it was done. */
    void put(String path, Object body, Command command) {
        HttpResponse<String> response =
                send(command(path, command).PUT(json(body)).build());
        if (!succeeded(response)) {
            throw new UpstreamProblem(problemIn(response));
        }
    }

    private HttpRequest.Builder command(String path, Command command) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("X-Request-ID", command.requestId())
                .header("Idempotency-Key", command.idempotencyKey())
                .timeout(command.patience() == null ? patience : command.patience());
    }

    /** The answer whatever its status; for health checks. */
    HttpResponse<String> raw(String path, Duration limit) {
        return send(request(path).timeout(limit).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new UpstreamProblem(away(service.label() + " did not answer in time"), e);
        } catch (IOException e) {
            throw new UpstreamProblem(away(service.label() + " cannot be reached"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamProblem(away("the wait for " + service.label() + " was interrupted"), e);
        }
    }

    private <T> T read(HttpResponse<String> response, TypeReference<T> type) {
        if (!succeeded(response)) {
            throw new UpstreamProblem(problemIn(response));
        }
        try {
            T value = json.readValue(response.body(), type);
            if (value == null) {
                throw new UpstreamProblem(unreadable());
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UpstreamProblem(unreadable(), e);
        }
    }

    private static boolean succeeded(HttpResponse<String> response) {
        return response.statusCode() >= OK_FROM && response.statusCode() < OK_TO;
    }

    private Problem problemIn(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            return Problems.from(
                    service.label(),
                    BAD_GATEWAY,
                    "service-refused",
                    service.label() + " refused the gateway's credentials");
        }
        try {
            Problem problem = json.readValue(response.body(), Problem.class);
            if (problem != null && problem.code() != null) {
                return Problems.passedThrough(problem, status, service.label());
            }
        } catch (JsonProcessingException e) {
            // Not a problem document: the status alone has to do.
        }
        if (status >= SERVER_ERROR) {
            return Problems.from(
                    service.label(), BAD_GATEWAY, "service-failed", service.label() + " failed with status " + status);
        }
        return Problems.from(service.label(), status, Problems.codeOf(status), service.label() + " answered " + status);
    }

    private Problem away(String detail) {
        return Problems.from(service.label(), UNAVAILABLE, "service-unavailable", detail);
    }

    private Problem unreadable() {
        return Problems.from(
                service.label(),
                BAD_GATEWAY,
                "service-unreadable",
                service.label() + " answered in a form that the gateway cannot read");
    }

    private BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request record always has a JSON form", e);
        }
    }
}
