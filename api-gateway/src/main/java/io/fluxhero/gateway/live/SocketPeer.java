package io.fluxhero.gateway.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A real socket, which counts what is not yet on the wire. */
final class SocketPeer implements Peer {
    private final WebSocketConnection connection;
    private final InstantSource clock;
    private final AtomicLong unsent = new AtomicLong();
    private final Queue<Instant> waiting = new ConcurrentLinkedQueue<>();

    SocketPeer(WebSocketConnection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public void send(String text) {
        if (!connection.isOpen()) {
            return;
        }
        int size = text.length();
        unsent.addAndGet(size);
        waiting.add(clock.instant());
        connection.sendText(text).subscribe().with(sent -> done(size), failed -> done(size));
    }

    private void done(int size) {
        unsent.addAndGet(-size);
        waiting.poll();
    }

    @Override
    public void close(int code, String reason) {
        connection.close(new CloseReason(code, reason)).subscribe().with(closed -> {}, failed -> {});
    }

    @Override
    public long unsentBytes() {
        return unsent.get();
    }

    @Override
    public Duration behind(Instant now) {
        Instant oldest = waiting.peek();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
