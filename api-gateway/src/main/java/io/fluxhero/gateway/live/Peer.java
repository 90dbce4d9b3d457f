package io.fluxhero.gateway.live;

import java.time.Duration;
import java.time.Instant;

/** The other end of a socket, as the sessions see it. */
interface Peer {
    void send(String text);

    void close(int code, String reason);

    /** Bytes handed over and not yet on the wire. */
    long unsentBytes();

    /** Age of the oldest unsent frame; zero where nothing waits. */
    Duration behind(Instant now);
}
