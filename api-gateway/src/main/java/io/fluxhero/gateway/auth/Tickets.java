package io.fluxhero.gateway.auth;

import io.fluxhero.gateway.api.StreamTicket;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One-time tokens for sockets: whoever may read over REST, by whatever token, gets one and shows it in the auth frame. */
@Singleton
public class Tickets {
    private static final Duration VALID_FOR = Duration.ofSeconds(30);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> valid = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Tickets(InstantSource clock) {
        this.clock = clock;
    }

    public StreamTicket issue() {
        Instant now = clock.instant();
        valid.values().removeIf(expiry -> !expiry.isAfter(now));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        StreamTicket ticket = new StreamTicket("tkt-" + HexFormat.of().formatHex(bytes), now.plus(VALID_FOR));
        valid.put(ticket.token(), ticket.expiresAt());
        return ticket;
    }

    /** Whether the ticket is good; asking uses it up. */
    public boolean redeem(String token) {
        Instant expiry = valid.remove(token);
        return expiry != null && expiry.isAfter(clock.instant());
    }
}
