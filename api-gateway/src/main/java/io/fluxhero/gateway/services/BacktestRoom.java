package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fluxhero.gateway.api.BacktestRequest;
import io.fluxhero.gateway.api.BacktestResult;
import io.fluxhero.gateway.api.BacktestResults;
import io.fluxhero.gateway.api.BacktestRun;
import io.fluxhero.gateway.api.RunningWalkForwards;
import io.fluxhero.gateway.api.WalkForwardProgress;
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

    public RunningWalkForwards running() {
        return upstream.get("/internal/backtest/running", null, new TypeReference<>() {});
    }

    public WalkForwardProgress cancel(String runId, Command command) {
        return upstream.delete("/internal/backtest/running/" + runId, command, new TypeReference<>() {});
    }

    public BacktestResults results(int limit) {
        return upstream.get("/internal/backtest/results", Query.of("limit", limit), new TypeReference<>() {});
    }

    public BacktestRun result(String runId) {
        return upstream.get("/internal/backtest/results/" + runId, null, new TypeReference<>() {});
    }
}
