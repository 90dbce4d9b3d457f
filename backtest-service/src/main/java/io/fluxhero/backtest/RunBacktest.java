package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.History;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunPlan;
import io.fluxhero.backtest.domain.RunReport;
import io.fluxhero.backtest.domain.RunRequest;
import io.fluxhero.backtest.domain.RunResult;
import io.fluxhero.backtest.domain.Runs;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Runs the live rules over stored bars and keeps the result; a run that was done before is not done again. */
@ApplicationScoped
public class RunBacktest {

    private static final Logger LOG = Logger.getLogger(RunBacktest.class);

    private final History history;
    private final Runs runs;
    private final RunsAtWork atWork;
    private final Clock clock;

    RunBacktest(History history, Runs runs, RunsAtWork atWork, Clock clock) {
        this.history = history;
        this.runs = runs;
        this.atWork = atWork;
        this.clock = clock;
    }

    public RunResult run(RunRequest request, String requestId) {
        return atWork.carryOut(Run.Kind.BACKTEST, requestId, request.symbol(), watched -> result(request, watched));
    }

    private RunResult result(RunRequest request, Watched watched) {
        RunPlan plan = RunPlan.of(
                request,
                request.symbols().stream()
                        .map(symbol -> stored(symbol, request, watched))
                        .toList());
        atWork.planned(watched, plan.runId());
        Optional<Run> done = runs.find(plan.runId());
        if (done.isPresent()) {
            LOG.infof("backtest.repeated run_id=%s symbol=%s", plan.runId(), request.symbol());
            return (RunResult) done.get();
        }
        BacktestResult outcome = Backtest.run(plan.config(), plan.candles());
        RunResult result = new RunReport(plan, outcome, clock.instant()).result();
        watched.storing();
        runs.keep(result);
        LOG.infof(
                "backtest.completed run_id=%s symbol=%s bars=%d trades=%d total_return_pct=%.4f",
                result.runId(),
                result.symbol(),
                result.equityCurve().size(),
                result.numTrades(),
                result.totalReturnPct());
        return result;
    }

    private History.Stored stored(String symbol, RunRequest request, Watched watched) {
        History.Instrument instrument = history.find(symbol)
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.UNKNOWN_SYMBOL, "symbol", "no bars are stored for " + symbol));
        return new History.Stored(
                instrument,
                history.candles(symbol, request.timeframe(), request.endDate(), bars -> atWork.fetched(watched, bars)));
    }
}
