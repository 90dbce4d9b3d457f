package io.fluxhero.marketdata.http;

import io.fluxhero.marketdata.domain.FeedMonitor;
import io.fluxhero.marketdata.domain.FeedStatus;
import io.fluxhero.marketdata.domain.Quarantine;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal/feed")
public class FeedResource {

    private final FeedMonitor monitor;
    private final Quarantine quarantine;

    FeedResource(FeedMonitor monitor, Quarantine quarantine) {
        this.monitor = monitor;
        this.quarantine = quarantine;
    }

    public record Reply(
            String feed,
            String state,
            @Nullable String detail,
            String speed,
            List<FeedStatus.Tick> symbols,
            @Nullable Instant lastTickAt,
            long quarantinedBars) {}

    @GET
    @Transactional
    public Reply feed() {
        FeedStatus status = monitor.status();
        return new Reply(
                status.feed(),
                status.state().name(),
                status.detail(),
                status.speed(),
                status.symbols(),
                status.lastTickAt(),
                quarantine.size());
    }
}
