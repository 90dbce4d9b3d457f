package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.api.frame.PricesHello;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.InstantSource;
import java.util.List;

/** /ws/prices, the price feed of the first contract. */
@WebSocket(path = "/ws/prices")
class PricesSocket {
    static final int REFUSED = 4001;

    private final Door door;
    private final Hub hub;
    private final GatewayConfig config;
    private final ObjectMapper json;
    private final InstantSource clock;

    PricesSocket(Door door, Hub hub, GatewayConfig config, ObjectMapper json, InstantSource clock) {
        this.door = door;
        this.hub = hub;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @OnOpen
    @RunOnVirtualThread
    void open(WebSocketConnection connection) {
        door.opened(connection, REFUSED);
        String header = connection.handshakeRequest().header("Authorization");
        if (header != null && door.admits(connection, header, REFUSED)) {
            welcome(connection);
        }
    }

    @OnTextMessage
    @RunOnVirtualThread
    void hear(String text, WebSocketConnection connection) {
        if (!door.isWaiting(connection)) {
            return;
        }
        JsonNode frame = json.valueToTree(Frames.treeOf(json, text));
        String token =
                frame.path("type").asText().equals("auth") ? frame.path("token").asText(null) : null;
        if (door.admits(connection, token, REFUSED)) {
            welcome(connection);
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        door.closed(connection);
        hub.part(connection.id());
    }

    private void welcome(WebSocketConnection connection) {
        Peer peer = new SocketPeer(connection, clock);
        PriceListener listener = new PriceListener(peer, config.live().slowAfter());
        hub.join(connection.id(), listener, channels -> greet(peer, listener, channels));
    }

    private void greet(Peer peer, PriceListener listener, List<Channel> channels) {
        PricesHello hello = new PricesHello("connection", "connected", "FluxHero price feed", clock.instant());
        peer.send(json.valueToTree(hello).toString());
        for (Channel channel : channels) {
            JsonNode state = channel.state();
            if (state != null) {
                listener.hear(channel, new Change(channel.seq(), clock.instant(), state));
            }
        }
    }
}
