package io.fluxhero.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the door. Secrets come from the environment only. */
@ConfigMapping(prefix = "fluxhero.gateway")
public interface GatewayConfig {
    Services services();

    Auth auth();

    RateLimit rateLimit();

    Live live();

    /** Whether GET /api/test/candles exists: never in production. */
    @WithDefault("false")
    boolean testCandles();

    /** Name of the one account. */
    @WithDefault("PAPER-001")
    String account();

    /** Bar length where a request names none, and the one that the live chain trades. */
    @WithDefault("1d")
    String timeframe();

    /** Where the services are. */
    interface Services {
        URI marketDataUrl();

        URI signalUrl();

        URI riskUrl();

        URI executionUrl();

        URI backtestUrl();

        /** Password of the internal doors. */
        String secret();

        @WithDefault("2s")
        Duration connectTimeout();

        @WithDefault("10s")
        Duration timeout();

        /** How long the kill switch waits for each confirmation before it calls it pending. */
        @WithDefault("3s")
        Duration emergencyTimeout();

        /** Backtests take longer than reads; above the time limit that backtest-service has for a walk-forward. */
        @WithDefault("11m")
        Duration backtestTimeout();
    }

    /** Who may come in. */
    interface Auth {
        /** Static bearer token; checked at start by StaticBearer. */
        Optional<String> secret();

        /** What the holder of the static bearer may do. */
        @WithDefault("viewer,trader,admin")
        List<String> bearerRoles();

        /** Wrong tokens per client before it is locked out. */
        @WithDefault("10")
        @Min(1)
        int failuresAllowed();

        /** For how long failures count. */
        @WithDefault("5m")
        Duration failureWindow();
    }

    /** How often a client may ask. */
    interface RateLimit {
        @WithDefault("100")
        @Min(1)
        int requests();

        @WithDefault("60s")
        Duration window();

        /** Own bucket of the emergency commands, so that reads never starve them. */
        @WithDefault("20")
        @Min(1)
        int emergencyRequests();

        /** Proxies whose X-Forwarded-For is believed. */
        Optional<List<String>> trustedProxies();
    }

    /** The sockets. */
    interface Live {
        /** Origins that may open a socket; none sent means no browser. */
        @WithDefault("http://localhost:3000,http://127.0.0.1:3000,http://localhost:3001,http://127.0.0.1:3001")
        List<String> origins();

        @WithDefault("5s")
        Duration authTimeout();

        @WithDefault("10s")
        Duration heartbeat();

        /** Most unsent bytes before a client counts as slow. */
        @WithDefault("1000000")
        long slowBytes();

        /** Most time behind before a client counts as slow. */
        @WithDefault("5s")
        Duration slowAfter();

        /** Messages of each partition that are read again at start, to refill the feeds. */
        @WithDefault("500")
        int catchUp();
    }
}
