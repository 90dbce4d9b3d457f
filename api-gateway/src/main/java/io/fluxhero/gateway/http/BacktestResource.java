package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.BacktestRequest;
import io.fluxhero.gateway.api.BacktestResult;
import io.fluxhero.gateway.api.BacktestResults;
import io.fluxhero.gateway.api.BacktestRun;
import io.fluxhero.gateway.api.RunProgress;
import io.fluxhero.gateway.api.RunningBacktests;
import io.fluxhero.gateway.api.WalkForwardRequest;
import io.fluxhero.gateway.api.WalkForwardResult;
import io.fluxhero.gateway.services.BacktestRoom;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

@Path("/api/backtest")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "backtest")
class BacktestResource {
    private static final String RUN_ID = "[A-Za-z0-9_.:-]{1,80}";

    private final BacktestRoom backtests;
    private final Caller caller;

    BacktestResource(BacktestRoom backtests, Caller caller) {
        this.backtests = backtests;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "runBacktest", summary = "Runs the live rules over stored bars and keeps the result")
    public BacktestResult run(
            @Valid @NotNull BacktestRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return backtests.run(request, caller.longCommand(key));
    }

    @POST
    @Path("walk-forward")
    @Operation(
            operationId = "walkForward",
            summary = "Tests the rules on bars after those they were fitted to, and keeps the result")
    public WalkForwardResult walkForward(
            @Valid @NotNull WalkForwardRequest request,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return backtests.walkForward(request, caller.longCommand(key));
    }

    @GET
    @Path("running")
    @Operation(operationId = "runningBacktests", summary = "Backtests and walk-forwards at work, and how far they are")
    public RunningBacktests running() {
        return backtests.running();
    }

    @DELETE
    @Path("running/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "cancelBacktest",
            summary =
                    "Cancels a run by its run_id or the X-Request-ID that started it; whoever waits for it is told, and"
                            + " nothing is kept")
    public RunProgress cancel(
            @PathParam("id") @Pattern(regexp = RUN_ID) String id,
            @HeaderParam("Idempotency-Key") @Pattern(regexp = Caller.KEY) @Nullable String key) {
        return backtests.cancel(id, caller.command(key));
    }

    @GET
    @Path("results")
    @Operation(operationId = "backtestResults", summary = "Stored runs, newest first")
    public BacktestResults results(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return backtests.results(limit);
    }

    @GET
    @Path("results/{run_id}")
    @Operation(operationId = "backtestResult", summary = "One stored run, a backtest or a walk-forward")
    public BacktestRun result(@PathParam("run_id") @Pattern(regexp = RUN_ID) String runId) {
        return backtests.result(runId);
    }
}
