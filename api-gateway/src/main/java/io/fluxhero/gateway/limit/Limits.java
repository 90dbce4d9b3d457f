package io.fluxhero.gateway.limit;

import io.fluxhero.gateway.GatewayConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three buckets of a client: requests, emergency commands, wrong tokens. */
@Singleton
public class Limits {
    /** Set by the gateway itself on each request, over whatever a client sent: sockets do not know their address. */
    public static final String CLIENT_HEADER = "X-Fluxhero-Client";

    private static final String EMERGENCY = "/api/emergency/";
    private static final String CLOSE = "/api/positions/";

    private final SlidingWindow requests;
    private final SlidingWindow emergencies;
    private final SlidingWindow failures;
    private final Set<String> trusted;
    private final InstantSource clock;

    Limits(GatewayConfig config, InstantSource clock) {
        GatewayConfig.RateLimit rate = config.rateLimit();
        this.requests = new SlidingWindow(rate.requests(), rate.window());
        this.emergencies = new SlidingWindow(rate.emergencyRequests(), rate.window());
        this.failures =
                new SlidingWindow(config.auth().failuresAllowed(), config.auth().failureWindow());
        this.trusted = Set.copyOf(rate.trustedProxies().orElse(List.of()));
        this.clock = clock;
    }

    public String clientOf(String remote, @Nullable String forwardedFor) {
        return ClientAddress.of(remote, forwardedFor, trusted);
    }

    /** Whether the client may guess tokens at all; asked before every request. */
    public SlidingWindow.Answer lockOut(String client) {
        return failures.peek(client, clock.instant());
    }

    public void wrongToken(String client) {
        failures.hit(client, clock.instant());
    }

    /** Whether this request may pass; commands that end danger have a bucket of their own. */
    public SlidingWindow.Answer request(String client, String path) {
        SlidingWindow bucket = path.startsWith(EMERGENCY) || path.startsWith(CLOSE) ? emergencies : requests;
        return bucket.hit(client, clock.instant());
    }
}
