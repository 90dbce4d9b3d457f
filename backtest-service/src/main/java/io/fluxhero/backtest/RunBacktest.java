package io.fluxhero.backtest;

import io.fluxhero.backtest.domain.History;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.RunPlan;
import io.fluxhero.backtest.domain.RunReport;
import io.fluxhero.backtest.domain.RunRequest;
import io.fluxhero.backtest.domain.RunResult;
import io.fluxhero.backtest.domain.Runs;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Candle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Runs the live rules over stored bars and keeps the result; a run that was done before is not done again. */
@ApplicationScoped
public class RunBacktest {

    private static final Logger LOG = Logger.getLogger(RunBacktest.class);

    private final History history;
    private final Runs runs;
    private final Clock clock;

    RunBacktest(History history, Runs runs, Clock clock) {
        this.history = history;
        this.runs = runs;
        this.clock = clock;
    }

    public RunResult run(RunRequest request) {
        History.Instrument instrument = history.find(request.symbol())
                .orElseThrow(() -> Refusal.of(
                        Refusal.Kind.UNKNOWN_SYMBOL, "symbol", "no bars are stored for " + request.symbol()));
        RunPlan plan = RunPlan.of(request, instrument, history.candles(request.symbol(), request.timeframe()));
        Optional<RunResult> done = runs.find(plan.runId());
        if (done.isPresent()) {
            LOG.infof("backtest.repeated run_id=%s symbol=%s", plan.runId(), request.symbol());
            return done.get();
        }
        RunResult result = new RunReport(plan, simulate(plan), clock.instant()).result();
        runs.keep(result);
        LOG.infof(
                "backtest.completed run_id=%s symbol=%s bars=%d trades=%d total_return_pct=%.4f",
                result.runId(), result.symbol(), plan.candles().size(), result.numTrades(), result.totalReturnPct());
        return result;
    }

    private static BacktestResult simulate(RunPlan plan) {
        TreeMap<String, List<Candle>> candles = new TreeMap<>();
        candles.put(plan.request().symbol(), plan.candles());
        return Backtest.run(plan.config(), candles);
    }
}
