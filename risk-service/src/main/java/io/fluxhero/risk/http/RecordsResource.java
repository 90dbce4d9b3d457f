package io.fluxhero.risk.http;

import io.fluxhero.risk.ReportRisk;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.record.AlertRecord;
import io.fluxhero.risk.domain.record.DailyReport;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.risk.domain.record.EquityPoint;
import io.fluxhero.risk.domain.record.Records;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class RecordsResource {

    private final Records records;
    private final AuditTrail audit;
    private final ReportRisk reportRisk;
    private final RiskSettings settings;

    RecordsResource(Records records, AuditTrail audit, ReportRisk reportRisk, RiskSettings settings) {
        this.records = records;
        this.audit = audit;
        this.reportRisk = reportRisk;
        this.settings = settings;
    }

    /** Newest first; the last id is the next {@code before}. */
    record DecisionsView(List<DecisionRecord> decisions) {}

    /** Newest first; the last id is the next {@code before}. */
    record AlertsView(List<AlertRecord> alerts) {}

    /** Columns, oldest first; times in seconds since 1970. */
    record EquityView(List<Long> time, List<BigDecimal> equity, List<BigDecimal> drawdownPct) {}

    /** Oldest first, and whether the chain holds. */
    record AuditView(boolean intact, List<AuditEntry> entries) {}

    @GET
    @Path("/decisions")
    @Transactional
    public DecisionsView decisions(
            @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        return new DecisionsView(records.decisions(Parameters.limit(limit), Parameters.number("before", before)));
    }

    /** The answers to one signal, first to last; empty where risk has not decided its bar yet. */
    @GET
    @Path("/signals/{id}/decisions")
    @Transactional
    public DecisionsView decisionsOn(@PathParam("id") String signalId) {
        return new DecisionsView(records.decisionsOn(signalId));
    }

    @GET
    @Path("/alerts")
    @Transactional
    public AlertsView alerts(
            @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        return new AlertsView(records.alerts(Parameters.limit(limit), Parameters.number("before", before)));
    }

    @GET
    @Path("/equity")
    @Transactional
    public EquityView equity(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Instant begin = Parameters.time("from", from);
        Instant end = Parameters.time("to", to);
        if (begin != null && end != null && end.isBefore(begin)) {
            throw new BadParameter("to", "to must not be before from");
        }
        List<EquityPoint> points = records.equity(begin, end);
        return new EquityView(
                points.stream().map(point -> point.barTime().getEpochSecond()).toList(),
                points.stream().map(EquityPoint::equity).toList(),
                points.stream().map(EquityPoint::drawdownPct).toList());
    }

    /** Newest first. */
    record ReportsView(List<DailyReport> reports) {}

    /** The report of this moment. */
    @GET
    @Path("/report")
    public DailyReport report() {
        return reportRisk.now();
    }

    @GET
    @Path("/reports")
    public ReportsView reports(@QueryParam("limit") @Nullable String limit) {
        return new ReportsView(reportRisk.kept(Parameters.limit(limit)));
    }

    @GET
    @Path("/audit")
    @Transactional
    public AuditView audit() {
        List<AuditEntry> entries = audit.entries();
        return new AuditView(AuditEntry.isIntact(settings.account(), entries), entries);
    }
}
