package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Signal;
import io.fluxhero.gateway.api.SignalStory;
import io.fluxhero.gateway.api.Signals;
import io.fluxhero.gateway.api.Symbols;
import io.fluxhero.gateway.services.ExecutionRoom;
import io.fluxhero.gateway.services.RiskRoom;
import io.fluxhero.gateway.services.SignalRoom;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/signals")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "market")
class SignalsResource {
    private static final String ID = "[A-Za-z0-9_.-]{1,80}";

    private final SignalRoom signals;
    private final RiskRoom risk;
    private final ExecutionRoom execution;

    SignalsResource(SignalRoom signals, RiskRoom risk, ExecutionRoom execution) {
        this.signals = signals;
        this.risk = risk;
        this.execution = execution;
    }

    @GET
    @Operation(operationId = "signals", summary = "Signals with their explanations, newest first")
    public Signals signals(
            @QueryParam("symbol") @Pattern(regexp = Symbols.PATTERN) @Nullable String symbol,
            @QueryParam("type") @Pattern(regexp = "[A-Z_]{1,20}") @Nullable String type,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("before") @Nullable Moment before) {
        return signals.signals(symbol, type, limit, Moment.at(before));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "signal", summary = "One signal: what risk answered, its orders, fills and trade")
    public SignalStory signal(@PathParam("id") @Pattern(regexp = ID) String id) {
        Signal signal = signals.signal(id);
        ExecutionRoom.Trail trail = execution.trailOf(id);
        return SignalStory.of(signal, risk.decisionsOn(id).decisions(), trail.orders(), trail.fills(), trail.trade());
    }
}
