package io.fluxhero.backtest.domain;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.validation.Candidate;
import io.fluxhero.engine.validation.Experiment;
import io.fluxhero.engine.validation.Progress;
import io.fluxhero.engine.validation.WalkForward;
import io.fluxhero.engine.validation.WalkForwardResult;
import io.fluxhero.engine.validation.Workers;
import java.util.List;
import java.util.TreeMap;

/**
 * A walk-forward joined with the bars that are there.
 *
 * @param candles from the first stored bar to the end date: those before the start date warm up only
 */
public record WalkForwardJob(
        WalkForwardRequest request,
        List<Candle> candles,
        long from,
        BacktestConfig config,
        String dataHash,
        String runId) {

    /**
     * Plans it.
     *
     * @throws Refusal where there are too few bars, or a parameter of the grid is not understood
     */
    public static WalkForwardJob of(WalkForwardRequest request, List<Candle> stored) {
        List<Candle> candles = RunPlan.upToEnd(request.run(), stored);
        int fewest = request.plan().windows().fewestBars();
        long from = RunPlan.fromStart(request.run(), candles, fewest).getFirst().openTime();
        BacktestConfig config = RunPlan.config(request.run(), from);
        String dataHash = DataHash.of(candles);
        String runId = Ids.derive("walk-forward", request.identity(), dataHash, config.hash());
        WalkForwardJob job = new WalkForwardJob(request, candles, from, config, dataHash, runId);
        job.checkGrid();
        return job;
    }

    private void checkGrid() {
        Experiment experiment = experiment();
        try {
            for (Candidate candidate : request.candidates().candidates()) {
                var _ = experiment.configOf().apply(candidate);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("grid", String.valueOf(e.getMessage()));
        }
    }

    private Experiment experiment() {
        TreeMap<String, List<Candle>> bars = new TreeMap<>();
        bars.put(request.run().symbol(), candles);
        return Experiment.varying(config, bars);
    }

    /** Does it; the result does not depend on the workers. It is not whole where {@code progress} was cancelled. */
    public WalkForwardResult run(Workers workers, Progress progress) {
        return WalkForward.run(request.planFrom(from), experiment(), request.candidates(), workers, progress);
    }
}
