package io.fluxhero.gateway.state;

import io.fluxhero.gateway.api.ApiInfo;
import io.fluxhero.gateway.api.Health;
import io.fluxhero.gateway.api.ServiceState;
import io.fluxhero.gateway.api.SystemGrid;
import io.fluxhero.gateway.api.SystemStatus;
import io.fluxhero.gateway.services.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers how the system is. */
@ApplicationScoped
public class Watch {
    private final Vitals vitals;
    private final Rounds rounds;
    private final Feed feed;
    private final InstantSource clock;
    private final String version;
    private final String url;

    Watch(
            Vitals vitals,
            Rounds rounds,
            Feed feed,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.vitals = vitals;
        this.rounds = rounds;
        this.feed = feed;
        this.clock = clock;
        this.version = version;
        this.url = "http://127.0.0.1:" + port;
    }

    public ApiInfo info() {
        Map<String, String> endpoints = new TreeMap<>(Map.ofEntries(
                Map.entry("health", "/health"),
                Map.entry("metrics", "/metrics"),
                Map.entry("docs", "/docs"),
                Map.entry("openapi", "/openapi.json"),
                Map.entry("status", "/api/status"),
                Map.entry("system", "/api/system"),
                Map.entry("account", "/api/account"),
                Map.entry("positions", "/api/positions"),
                Map.entry("trades", "/api/trades"),
                Map.entry("orders", "/api/orders"),
                Map.entry("fills", "/api/fills"),
                Map.entry("equity", "/api/equity"),
                Map.entry("signals", "/api/signals"),
                Map.entry("chart", "/api/chart"),
                Map.entry("indicators", "/api/indicators"),
                Map.entry("symbols", "/api/symbols"),
                Map.entry("events", "/api/events"),
                Map.entry("risk", "/api/risk/limits"),
                Map.entry("backtest", "/api/backtest"),
                Map.entry("emergency", "/api/emergency/close_all_positions"),
                Map.entry("prices", "/ws/prices"),
                Map.entry("stream", "/ws/v1/stream")));
        return new ApiInfo("FluxHero API", version, "running", endpoints);
    }

    public Health health() {
        Rounds.Findings found = rounds.latest();
        boolean allReady =
                !found.services().isEmpty() && found.services().stream().allMatch(ServiceState::ready);
        boolean stateReachable = found.services().stream()
                .filter(s ->
                        s.name().equals(Service.EXECUTION.label()) || s.name().equals(Service.RISK.label()))
                .allMatch(ServiceState::ready);
        return new Health(
                allReady ? "healthy" : "degraded",
                clock.instant(),
                uptime().toSeconds(),
                stateReachable && !found.services().isEmpty(),
                vitals.sockets(),
                feedActive(),
                vitals.requests());
    }

    public SystemStatus status() {
        Rounds.Findings found = rounds.latest();
        Instant now = clock.instant();
        Pulse pulse = pulse(now);
        return new SystemStatus(
                pulse.status(),
                pulse.message(),
                found.account() == null ? null : found.account().tradingStatus(),
                vitals.lastData(),
                vitals.lastTick(),
                pulse.age() == null ? null : pulse.age().toSeconds(),
                uptime().toSeconds(),
                vitals.sockets() > 0,
                vitals.sockets(),
                feedActive(),
                feed.size(),
                now,
                found.feed(),
                found.services());
    }

    public SystemGrid grid() {
        List<ServiceState> all = new ArrayList<>(rounds.latest().services());
        all.addFirst(new ServiceState("api-gateway", url, true, true, version, uptime().toSeconds(), null));
        return new SystemGrid(version, vitals.startedAt(), uptime().toSeconds(), clock.instant(), all);
    }

    private Pulse pulse(Instant now) {
        return Pulse.of(vitals.lastData(), rounds.latest().feed(), now);
    }

    public boolean feedActive() {
        return pulse(clock.instant()).status().equals("ACTIVE");
    }

    public Duration uptime() {
        return Duration.between(vitals.startedAt(), clock.instant());
    }
}
