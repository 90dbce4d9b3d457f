package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.CloseRequest;
import io.fluxhero.gateway.api.CommandOutcome;
import io.fluxhero.gateway.api.HaltRequest;
import io.fluxhero.gateway.api.OrderRequest;
import io.fluxhero.gateway.api.PaperResetRequest;
import io.fluxhero.gateway.api.Problems;
import io.fluxhero.gateway.api.ResumeRequest;
import io.fluxhero.gateway.api.Symbols;
import io.fluxhero.gateway.services.RiskRoom;
import io.fluxhero.gateway.services.UpstreamProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@RolesAllowed({"trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "commands")
class CommandsResource {
    private static final String ORDER_ID = "[A-Za-z0-9_.-]{1,80}";

    private final RiskRoom risk;
    private final PullKillSwitch killSwitch;
    private final Caller caller;

    CommandsResource(RiskRoom risk, PullKillSwitch killSwitch, Caller caller) {
        this.risk = risk;
        this.killSwitch = killSwitch;
        this.caller = caller;
    }

    @POST
    @Path("emergency/close_all_positions")
    @Operation(
            operationId = "closeAllPositions",
            summary = "Kill switch: halts trading and, unless flatten is false, closes everything")
    public CommandOutcome closeAll(
            @Valid @NotNull HaltRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        boolean flatten = request.flatten() == null || request.flatten();
        return killSwitch.pull(request.reason(), flatten, caller.urgentCommand(key));
    }

    @POST
    @Path("emergency/reset_kill_switch")
    @RolesAllowed("admin")
    @Operation(
            operationId = "resetKillSwitch",
            summary = "Allows trading again, where the checklist is green; refused with the checklist otherwise")
    public CommandOutcome reset(
            @Valid @NotNull ResumeRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        boolean acknowledged = Boolean.TRUE.equals(request.acknowledgeDrawdown());
        return risk.resume(request.reason(), acknowledged, caller.command(key));
    }

    @POST
    @Path("paper/reset")
    @RolesAllowed("admin")
    @Operation(
            operationId = "resetPaperAccount",
            summary = "Lets a flat paper account begin anew with this much cash; refused with a checklist otherwise")
    public CommandOutcome resetPaperAccount(
            @Valid @NotNull PaperResetRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return risk.resetPaperAccount(request.reason(), request.initialCapital(), caller.command(key));
    }

    @POST
    @Path("positions/{symbol}/close")
    @Operation(operationId = "closePosition", summary = "Closes one position at market")
    public CommandOutcome close(
            @PathParam("symbol") @Pattern(regexp = Symbols.PATTERN) String symbol,
            @Valid @NotNull CloseRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return risk.close(symbol, request.reason(), caller.command(key));
    }

    @POST
    @Path("orders")
    @Operation(
            operationId = "placeOrder",
            summary = "Buys under the limits that signals pass, or sells what is held; denied with figures (422)")
    public CommandOutcome placeOrder(
            @Valid @NotNull OrderRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        if (key == null) {
            throw new UpstreamProblem(Problems.ofField("Idempotency-Key", "Idempotency-Key is required for orders"));
        }
        return risk.place(request, caller.command(key));
    }

    @DELETE
    @Path("orders/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "cancelOrder", summary = "Cancels one order")
    public CommandOutcome cancelOrder(
            @PathParam("id") @Pattern(regexp = ORDER_ID) String id,
            @QueryParam("reason") @NotBlank @Size(max = 500) String reason,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return risk.cancel(id, reason, caller.command(key));
    }

    @DELETE
    @Path("orders")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "cancelAllOrders",
            summary = "Cancels all orders that open a position or wait for a price; what closes one at once stays")
    public CommandOutcome cancelAllOrders(
            @QueryParam("reason") @NotBlank @Size(max = 500) String reason,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return risk.cancel(null, reason, caller.command(key));
    }
}
