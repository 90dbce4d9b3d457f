package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.KillSwitch;
import io.fluxhero.gateway.api.RiskAlerts;
import io.fluxhero.gateway.api.RiskDecisions;
import io.fluxhero.gateway.api.RiskLimits;
import io.fluxhero.gateway.api.RiskReport;
import io.fluxhero.gateway.api.RiskReports;
import io.fluxhero.gateway.services.RiskRoom;
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
import org.jspecify.annotations.Nullable;

@Path("/api/risk")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "risk")
class RiskResource {
    private final RiskRoom risk;

    RiskResource(RiskRoom risk) {
        this.risk = risk;
    }

    @GET
    @Path("limits")
    @Operation(operationId = "riskLimits", summary = "Limits and how much of each is used")
    public RiskLimits limits() {
        return new RiskLimits(risk.limits());
    }

    @GET
    @Path("report")
    @Operation(
            operationId = "riskReport",
            summary = "What is at risk now, how the modes did, and the alerts of the day")
    public RiskReport report() {
        return risk.report();
    }

    @GET
    @Path("reports")
    @Operation(operationId = "riskReports", summary = "The reports of 09:00 and 16:00 New York, newest first")
    public RiskReports reports(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit) {
        return risk.reports(limit);
    }

    @GET
    @Path("kill_switch")
    @Operation(
            operationId = "killSwitch",
            summary = "Who halted trading and why, what is left to close, and what a reset would find")
    public KillSwitch killSwitch() {
        return risk.killSwitch();
    }

    @GET
    @Path("decisions")
    @Operation(operationId = "riskDecisions", summary = "What risk answered to signals, newest first")
    public RiskDecisions decisions(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("before") @Min(1) @Nullable Long before) {
        return risk.decisions(limit, before);
    }

    @GET
    @Path("alerts")
    @Operation(operationId = "riskAlerts", summary = "Alerts, newest first")
    public RiskAlerts alerts(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("before") @Min(1) @Nullable Long before) {
        return risk.alerts(limit, before);
    }
}
