package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.api.frame.AuthFrame;
import io.fluxhero.gateway.api.frame.ClientFrame;
import io.fluxhero.gateway.api.frame.ErrorFrame;
import io.fluxhero.gateway.api.frame.HelloFrame;
import io.fluxhero.gateway.api.frame.PingFrame;
import io.fluxhero.gateway.api.frame.PongFrame;
import io.fluxhero.gateway.api.frame.SubscribeFrame;
import io.fluxhero.gateway.api.frame.UnsubscribeFrame;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** /ws/v1/stream: the live contract with the dashboard. */
@WebSocket(path = "/ws/v1/stream")
class StreamSocket {
    static final int REFUSED = 4401;

    private static final int PROTOCOL = 1;
    private static final int MAX_TOPICS = 200;

    private final Door door;
    private final Hub hub;
    private final GatewayConfig config;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    StreamSocket(Door door, Hub hub, GatewayConfig config, ObjectMapper json, InstantSource clock) {
        this.door = door;
        this.hub = hub;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        door.opened(connection, REFUSED);
        String header = connection.handshakeRequest().header("Authorization");
        if (header != null && door.admits(connection, header, REFUSED)) {
            welcome(connection);
        }
    }

    @OnTextMessage
    void hear(String text, WebSocketConnection connection) {
        Optional<ClientFrame> frame = Frames.parse(json, text);
        Session session = sessions.get(connection.id());
        if (session == null) {
            String token = frame.isPresent() && frame.get() instanceof AuthFrame auth ? auth.token() : null;
            if (door.isWaiting(connection) && door.admits(connection, token, REFUSED)) {
                welcome(connection);
            }
        } else if (frame.isEmpty()) {
            session.send(new ErrorFrame(null, "malformed-frame", "not a frame of this protocol"));
        } else {
            answer(session, frame.get());
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        door.closed(connection);
        sessions.remove(connection.id());
        hub.part(connection.id());
    }

    private void welcome(WebSocketConnection connection) {
        GatewayConfig.Live live = config.live();
        Session session = new Session(
                new SocketPeer(connection, clock),
                frame -> Frames.text(json, frame),
                new Session.Patience(live.heartbeat(), live.slowBytes(), live.slowAfter()),
                clock.instant());
        sessions.put(connection.id(), session);
        hub.join(
                connection.id(),
                session,
                channels -> session.send(new HelloFrame(
                        connection.id(),
                        clock.instant(),
                        PROTOCOL,
                        live.heartbeat().toMillis())));
    }

    private void answer(Session session, ClientFrame frame) {
        switch (frame) {
            case AuthFrame ignored ->
                session.send(new ErrorFrame(null, "already-authenticated", "one token is enough"));
            case PingFrame ping -> session.send(new PongFrame(ping.t(), clock.instant()));
            case UnsubscribeFrame leave -> hub.leave(session, leave.id(), leave.topics());
            case SubscribeFrame wish -> subscribe(session, wish);
        }
    }

    private void subscribe(Session session, SubscribeFrame wish) {
        List<TopicName> known = new ArrayList<>();
        for (String topic : wish.topics()) {
            Optional<TopicName> name = TopicName.parse(topic);
            if (name.isEmpty()) {
                session.send(new ErrorFrame(wish.id(), "unknown-topic", "there is no topic " + topic));
            } else if (session.topics() + known.size() >= MAX_TOPICS) {
                session.send(new ErrorFrame(wish.id(), "too-many-topics", "at most " + MAX_TOPICS + " topics"));
            } else {
                known.add(name.get());
            }
        }
        hub.follow(session, wish.id(), known, resumeOf(wish.resume()));
    }

    private static Map<String, Long> resumeOf(@Nullable Map<String, Long> resume) {
        return resume == null ? Map.of() : resume;
    }
}
