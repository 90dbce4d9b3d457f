package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.ApiInfo;
import io.fluxhero.gateway.api.Health;
import io.fluxhero.gateway.state.Watch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirements
@Tag(name = "system")
class RootResource {
    private final Watch watch;

    RootResource(Watch watch) {
        this.watch = watch;
    }

    @GET
    @Operation(operationId = "info", summary = "What this is, and its endpoints")
    public ApiInfo info() {
        return watch.info();
    }

    @GET
    @Path("health")
    @Operation(operationId = "health", summary = "Health in one glance")
    public Health health() {
        return watch.health();
    }
}
