package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fluxhero.gateway.api.BacktestRequest;
import io.fluxhero.gateway.api.BacktestResult;
import io.fluxhero.gateway.api.BacktestResults;
import io.fluxhero.gateway.api.BacktestRun;
import io.fluxhero.gateway.api.RunProgress;
import io.fluxhero.gateway.api.RunningBacktests;
import io.fluxhero.gateway.api.WalkForwardRequest;
import io.fluxhero.gateway.api.WalkForwardResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks backtest-service. */
@ApplicationScoped
public class BacktestRoom {
    private final Upstream upstream;

    BacktestRoom(Upstreams upstreams) {
        this.upstream = upstreams.to(Service.BACKTEST);
    }

    public BacktestResult run(BacktestRequest request, Command command) {
        return upstream.post("/internal/backtest", request, command, new TypeReference<>() {});
    }

    public WalkForwardResult walkForward(WalkForwardRequest request, Command command) {
        return upstream.post("/internal/backtest/walk-forward", request, command, new TypeReference<>() {});
    }

    public RunningBacktests running() {
        return upstream.get("/internal/backtest/running", null, new TypeReference<>() {});
    }

    public RunProgress cancel(String id, Command command) {
        Query by = Query.of("requested_by", command.requestedBy()).and("role", command.role());
        return upstream.delete("/internal/backtest/running/" + id + by, command, new TypeReference<>() {});
    }

    public BacktestResults results(int limit) {
        return upstream.get("/internal/backtest/results", Query.of("limit", limit), new TypeReference<>() {});
    }

    public BacktestRun result(String runId) {
        return upstream.get("/internal/backtest/results/" + runId, null, new TypeReference<>() {});
    }
}
