package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fluxhero.gateway.api.IndicatorSeries;
import io.fluxhero.gateway.api.Signal;
import io.fluxhero.gateway.api.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks signal-service. */
@ApplicationScoped
public class SignalRoom {
    private final Upstream upstream;

    SignalRoom(Upstreams upstreams) {
        this.upstream = upstreams.to(Service.SIGNAL);
    }

    public IndicatorSeries indicators(Range range) {
        return upstream.get("/internal/indicators", range.query(), new TypeReference<>() {});
    }

    public Signals signals(@Nullable String symbol, @Nullable String type, int limit, @Nullable Instant before) {
        Query query =
                Query.of("symbol", symbol).and("type", type).and("limit", limit).and("before", before);
        return upstream.get("/internal/signals", query, new TypeReference<>() {});
    }

    public Signal signal(String id) {
        return upstream.get("/internal/signals/" + id, null, new TypeReference<>() {});
    }
}
