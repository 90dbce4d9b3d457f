package io.fluxhero.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Execution's doors over real HTTP: a fence that only rises, and a memory of what it was told. */
public final class StandInExecution implements QuarkusTestResourceLifecycleManager {

    static final List<JsonNode> LEASES = new CopyOnWriteArrayList<>();
    static final List<JsonNode> ORDERS = new CopyOnWriteArrayList<>();

    static volatile boolean away;
    static volatile String state = "READY";
    static volatile int openClosings;
    static volatile int unknownOrders;
    static volatile int brokerErrors;
    static volatile boolean paper = true;
    static volatile String external = "";
    static volatile long fenceEpoch;
    static volatile boolean halted;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private HttpServer server;

    static void isItselfAgain() {
        away = false;
        state = "READY";
        openClosings = 0;
        unknownOrders = 0;
        brokerErrors = 0;
        paper = true;
        external = "";
        halted = false;
    }

    @Override
    public Map<String, String> start() {
        isItselfAgain();
        fenceEpoch = 0;
        LEASES.clear();
        ORDERS.clear();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", StandInExecution::answer);
        server.start();
        return Map.of(
                "fluxhero.risk.execution-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "fluxhero.risk.service-secret",
                InMemoryTopics.SECRET,
                "fluxhero.risk.lease-renewal",
                "PT0.2S");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        boolean known = exchange.getRequestHeaders().getFirst("Authorization") != null;
        int status = away || !known ? UNAVAILABLE : act(exchange.getRequestURI().getPath(), body);
        byte[] bytes = status == OK ? stateNow().getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static synchronized int act(String path, JsonNode body) {
        switch (path) {
            case "/internal/lease" -> {
                LEASES.add(body);
                return body.path("epoch").asLong() < fenceEpoch ? CONFLICT : NO_CONTENT;
            }
            case "/internal/fence" -> {
                long epoch = body.path("epoch").asLong();
                if (epoch > fenceEpoch
                        || (epoch == fenceEpoch && body.path("halted").asBoolean())) {
                    fenceEpoch = epoch;
                    halted = body.path("halted").asBoolean();
                }
            }
            case "/internal/orders" -> body.forEach(ORDERS::add);
            case "/internal/state" -> {
                // the state is the answer
            }
            default -> throw new IllegalArgumentException(path);
        }
        return OK;
    }

    private static String stateNow() {
        ObjectNode now = JSON.createObjectNode();
        if (!external.isEmpty()) {
            now.putObject("external_positions").put(external, 7);
            now.putArray("discrepancies")
                    .addObject()
                    .put("kind", "EXTERNAL_ORDER")
                    .put("subject", "by-hand");
        }
        return now.put("state", state)
                .put("paper", paper)
                .put("open_orders", openClosings + 1)
                .put("open_entries", 0)
                .put("open_closings", openClosings)
                .put("unknown_orders", unknownOrders)
                .put("broker_errors", brokerErrors)
                .set(
                        "fence",
                        JSON.createObjectNode()
                                .put("epoch", fenceEpoch)
                                .put("halted", halted)
                                .put("by", "ann")
                                .put("reason", "smoke"))
                .toString();
    }
}
