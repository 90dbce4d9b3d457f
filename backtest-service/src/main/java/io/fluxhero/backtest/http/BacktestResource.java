package io.fluxhero.backtest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.backtest.CancelRun;
import io.fluxhero.backtest.RunBacktest;
import io.fluxhero.backtest.RunWalkForward;
import io.fluxhero.backtest.RunsAtWork;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunProgress;
import io.fluxhero.backtest.domain.RunResult;
import io.fluxhero.backtest.domain.RunSummary;
import io.fluxhero.backtest.domain.Runs;
import io.fluxhero.backtest.domain.WalkForwardAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal/backtest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BacktestResource {

    private static final int MOST_RESULTS = 200;

    private final RequestReader reader;
    private final RunBacktest runBacktest;
    private final WalkForwardReader walkForwardReader;
    private final RunWalkForward runWalkForward;
    private final RunsAtWork atWork;
    private final CancelRun cancelRun;
    private final Runs runs;

    BacktestResource(
            RequestReader reader,
            RunBacktest runBacktest,
            WalkForwardReader walkForwardReader,
            RunWalkForward runWalkForward,
            RunsAtWork atWork,
            CancelRun cancelRun,
            Runs runs) {
        this.reader = reader;
        this.runBacktest = runBacktest;
        this.walkForwardReader = walkForwardReader;
        this.runWalkForward = runWalkForward;
        this.atWork = atWork;
        this.cancelRun = cancelRun;
        this.runs = runs;
    }

    /** Stored runs, newest first. */
    public record Results(List<RunSummary> results) {}

    /** Runs at work. */
    public record Running(List<RunProgress> running) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RunResult run(@Nullable JsonNode body) {
        return runBacktest.run(reader.read(body), Correlation.current());
    }

    @POST
    @Path("/walk-forward")
    @Consumes(MediaType.APPLICATION_JSON)
    public WalkForwardAnswer walkForward(@Nullable JsonNode body) {
        return runWalkForward.run(walkForwardReader.read(body), Correlation.current());
    }

    @GET
    @Path("/running")
    public Running running() {
        return new Running(atWork.all());
    }

    @DELETE
    @Path("/running/{id}")
    public RunProgress cancel(
            @PathParam("id") String id,
            @QueryParam("requested_by") @DefaultValue("unknown") String by,
            @QueryParam("role") @DefaultValue("NONE") String role) {
        return cancelRun.cancel(id, by, role);
    }

    @GET
    @Path("/results")
    public Results results(@QueryParam("limit") @DefaultValue("50") String limit) {
        return new Results(runs.newest(limit(limit)));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST_RESULTS) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalid("limit", "limit must be a whole number");
        }
        throw Refusal.invalid("limit", "limit must be from 1 to " + MOST_RESULTS);
    }

    @GET
    @Path("/results/{run_id}")
    public Run result(@PathParam("run_id") String runId) {
        return runs.find(runId)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN_RUN, "run_id", "no run is stored as " + runId));
    }
}
