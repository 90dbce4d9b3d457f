package io.fluxhero.gateway.services;

import io.fluxhero.gateway.api.ServiceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks each service for its health, all at once. */
@ApplicationScoped
public class HealthChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern UPTIME = Pattern.compile("(?m)^process_uptime_seconds(?:\\{[^}]*\\})? ([0-9.eE+]+)$");
    private static final Pattern VERSION = Pattern.compile("(?m)^fluxhero_service_info\\{[^}]*version=\"([^\"]+)\"");
    private static final int OK = 200;

    private final Upstreams upstreams;

    HealthChecks(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    public List<ServiceState> all() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ServiceState>> answers = new ArrayList<>();
            for (Service service : Service.values()) {
                answers.add(threads.submit(() -> stateOf(service)));
            }
            List<ServiceState> states = new ArrayList<>();
            for (Future<ServiceState> answer : answers) {
                states.add(answer.get());
            }
            return List.copyOf(states);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a health check never throws", e.getCause());
        }
    }

    private ServiceState stateOf(Service service) {
        Upstream upstream = upstreams.to(service);
        try {
            boolean live = upstream.raw("/q/health/live", PATIENCE).statusCode() == OK;
            boolean ready = upstream.raw("/q/health/ready", PATIENCE).statusCode() == OK;
            HttpResponse<String> metrics = upstream.raw("/q/metrics", PATIENCE);
            return new ServiceState(
                    service.label(),
                    upstream.base().toString(),
                    live,
                    ready,
                    found(VERSION, metrics.body()),
                    uptimeIn(metrics.body()),
                    ready ? null : service.label() + " is not ready");
        } catch (UpstreamProblem e) {
            return new ServiceState(
                    service.label(),
                    upstream.base().toString(),
                    false,
                    false,
                    null,
                    null,
                    e.problem().detail());
        }
    }

    static @Nullable Long uptimeIn(String metrics) {
        String seconds = found(UPTIME, metrics);
        return seconds == null ? null : (long) Double.parseDouble(seconds);
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
