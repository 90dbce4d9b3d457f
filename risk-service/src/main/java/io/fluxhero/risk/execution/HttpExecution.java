package io.fluxhero.risk.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import io.fluxhero.risk.domain.execution.ExecutionState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The doors of execution, one HTTP connection kept open. */
final class HttpExecution implements Execution {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK_FROM = 200;
    private static final int OK_TO = 300;
    private static final int CONFLICT = 409;

    private final ExecutionDoor door;
    private final String account;
    private final String authorization;
    private final HttpClient client;

    HttpExecution(ExecutionDoor door, String account) {
        this.door = door;
        this.account = account;
        String basic = "fluxhero:" + door.secret();
        authorization = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(door.patience())
                .build();
    }

    @Override
    public boolean lease(long epoch, Duration validFor) throws Unreachable {
        ObjectNode body = JSON.createObjectNode()
                .put("account", account)
                .put("epoch", epoch)
                .put("valid_for_ms", validFor.toMillis());
        HttpResponse<String> answer = send(
                request("lease").PUT(BodyPublishers.ofString(body.toString())).build());
        if (answer.statusCode() == CONFLICT) {
            return false;
        }
        succeeded(answer);
        return true;
    }

    @Override
    public void fence(long epoch, boolean halted, String by, String reason) throws Unreachable {
        ObjectNode body = JSON.createObjectNode()
                .put("account", account)
                .put("epoch", epoch)
                .put("halted", halted)
                .put("by", by)
                .put("reason", reason);
        succeeded(send(
                request("fence").PUT(BodyPublishers.ofString(body.toString())).build()));
    }

    @Override
    public ExecutionState state() throws Unreachable {
        HttpResponse<String> answer = send(request("state").GET().build());
        succeeded(answer);
        try {
            return stateIn(JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new Unreachable("execution-service answered in a form that cannot be read", e);
        }
    }

    @Override
    public void deliver(List<OrderMessage> orders) throws Unreachable {
        StringBuilder body = new StringBuilder("[");
        for (OrderMessage order : orders) {
            body.append(body.length() > 1 ? "," : "").append(new String(Wire.write(order), StandardCharsets.UTF_8));
        }
        body.append(']');
        succeeded(send(
                request("orders").POST(BodyPublishers.ofString(body.toString())).build()));
    }

    private static ExecutionState stateIn(JsonNode node) {
        JsonNode fence = node.path("fence");
        return new ExecutionState(
                node.path("state").asText("UNKNOWN"),
                text(node, "detail"),
                new ExecutionState.Fence(
                        fence.path("epoch").asLong(0),
                        fence.path("halted").asBoolean(false),
                        text(fence, "by"),
                        text(fence, "reason")),
                sum(count(node, "open_entries"), count(node, "open_closings")),
                count(node, "unknown_orders"),
                node.path("broker_errors").asInt(0),
                node.path("paper").asBoolean(false),
                foreign(node));
    }

    private static List<String> foreign(JsonNode node) {
        Set<String> found = new TreeSet<>();
        node.path("external_positions").fieldNames().forEachRemaining(found::add);
        for (JsonNode one : node.path("discrepancies")) {
            if (one.path("kind").asText().startsWith("EXTERNAL_")) {
                found.add(one.path("subject").asText());
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }

    private static OptionalInt count(JsonNode node, String name) {
        return node.path(name).isInt() ? OptionalInt.of(node.path(name).asInt()) : OptionalInt.empty();
    }

    private static OptionalInt sum(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(one.getAsInt() + other.getAsInt())
                : OptionalInt.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(door.url() + "/internal/" + path))
                .timeout(door.patience())
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpResponse<String> send(HttpRequest request) throws Unreachable {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unreachable("execution-service cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("the wait for execution-service was interrupted", e);
        }
    }

    private static void succeeded(HttpResponse<String> answer) throws Unreachable {
        if (answer.statusCode() < OK_FROM || answer.statusCode() >= OK_TO) {
            throw new Unreachable("execution-service answered " + answer.statusCode());
        }
    }
}
