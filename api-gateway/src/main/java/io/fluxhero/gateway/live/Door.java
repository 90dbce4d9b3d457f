package io.fluxhero.gateway.live;

import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.auth.Tickets;
import io.fluxhero.gateway.auth.Tokens;
import io.fluxhero.gateway.limit.Limits;
import io.fluxhero.gateway.state.Vitals;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets sockets in: a good token within the time limit, or the code of the socket and good-bye. */
@Singleton
class Door {
    private final Tokens tokens;
    private final Tickets tickets;
    private final Limits limits;
    private final Vitals vitals;
    private final GatewayConfig config;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("socket-door").daemon().factory());

    Door(Tokens tokens, Tickets tickets, Limits limits, Vitals vitals, GatewayConfig config) {
        this.tokens = tokens;
        this.tickets = tickets;
        this.limits = limits;
        this.vitals = vitals;
        this.config = config;
    }

    @PreDestroy
    void shut() {
        timer.shutdownNow();
    }

    void opened(WebSocketConnection connection, int refusal) {
        vitals.socketOpened();
        waiting.add(connection.id());
        var _ = timer.schedule(
                () -> {
                    if (waiting.contains(connection.id())) {
                        close(connection, refusal, "no token in time");
                    }
                },
                config.live().authTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void closed(WebSocketConnection connection) {
        vitals.socketClosed();
        waiting.remove(connection.id());
    }

    boolean isWaiting(WebSocketConnection connection) {
        return waiting.contains(connection.id());
    }

    /** Whether the token is good; a bad one closes the socket and counts against the client. */
    boolean admits(WebSocketConnection connection, @Nullable String authorization, int refusal) {
        String known = connection.handshakeRequest().header(Limits.CLIENT_HEADER);
        String client = known == null ? "unknown" : known;
        if (limits.lockOut(client).admitted()
                && authorization != null
                && isGood(Tokens.bearerIn(authorization).orElse(authorization))) {
            waiting.remove(connection.id());
            return true;
        }
        limits.wrongToken(client);
        close(connection, refusal, "the token is missing or not valid");
        return false;
    }

    private boolean isGood(String token) {
        return tokens.holderOf(token).isPresent() || tickets.redeem(token);
    }

    private static void close(WebSocketConnection connection, int code, String reason) {
        connection.close(new CloseReason(code, reason)).subscribe().with(closed -> {}, failed -> {});
    }
}
