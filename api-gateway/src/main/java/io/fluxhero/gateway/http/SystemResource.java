package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Activities;
import io.fluxhero.gateway.api.SystemGrid;
import io.fluxhero.gateway.api.SystemStatus;
import io.fluxhero.gateway.state.Feed;
import io.fluxhero.gateway.state.Watch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "system")
class SystemResource {
    private final Watch watch;
    private final Feed feed;

    SystemResource(Watch watch, Feed feed) {
        this.watch = watch;
        this.feed = feed;
    }

    @GET
    @Path("status")
    @Operation(operationId = "status", summary = "Heartbeat: age of market data, feed, services, trading")
    public SystemStatus status() {
        return watch.status();
    }

    @GET
    @Path("system")
    @Operation(operationId = "system", summary = "Every service with its health")
    public SystemGrid system() {
        return watch.grid();
    }

    @GET
    @Path("events")
    @Operation(
            operationId = "events",
            summary = "Signals, denials, orders, fills, regime changes and alerts, newest first")
    public Activities events(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return new Activities(feed.newest(limit));
    }
}
