package io.fluxhero.engine.validation;

import io.fluxhero.engine.backtest.AtEnd;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.EquityCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns on a stretch of bars, trades the next one with what was learned, and moves on (domain specification g.10; Pardo,
 * The Evaluation and Optimization of Trading Strategies, 2nd ed. 2008, ch. 11). Capital is carried from test to test;
 * positions are closed at the end of each. A window never sees a bar after its own.
 *
 * <p>Each stretch is a backtest of its own: indicators warm up over the bars before it, the account starts flat and ACTIVE,
 * and the first bar of the stretch is the first at whose close something can be decided.
 */
public final class WalkForward {

    private final WalkForwardPlan plan;
    private final Experiment experiment;
    private final List<Candidate> candidates;
    private final Workers workers;
    private final Progress progress;
    private final BarTimes times;
    private final int offset;
    private final List<WalkForwardWindow> windows;

    private WalkForward(
            WalkForwardPlan plan, Experiment experiment, ParameterGrid grid, Workers workers, Progress progress) {
        this.plan = plan;
        this.experiment = experiment;
        this.candidates = grid.candidates();
        this.workers = workers;
        this.progress = progress;
        times = new BarTimes(experiment.candles());
        offset = times.firstFrom(plan.from());
        windows = plan.windows().windows(times.count() - offset);
    }

    /**
     * Runs it; windows that are done are kept where it is cancelled. The first candidate stands for the defaults: it gives
     * capital, timeframe and risk-free rate, and is tested where training finds no better.
     */
    public static WalkForwardResult run(
            WalkForwardPlan plan, Experiment experiment, ParameterGrid grid, Workers workers, Progress progress) {
        return new WalkForward(plan, experiment, grid, workers, progress).run();
    }

    private WalkForwardResult run() {
        BacktestConfig defaults = experiment.configOf().apply(candidates.getFirst());
        long cash = defaults.initialCashMicros();
        List<WindowResult> done = new ArrayList<>();
        for (WalkForwardWindow window : windows) {
            Training training = train(window);
            if (progress.isCancelled()) {
                break;
            }
            WindowResult result = test(window, training, cash);
            done.add(result);
            cash = Micros.of(result.metrics().finalEquity());
            progress.pieceDone(pieces());
        }
        double initial = Micros.toDouble(defaults.initialCashMicros());
        return new WalkForwardResult(
                plan,
                windows.size(),
                candidates.size(),
                initial,
                defaults.riskFreeRate(),
                defaults.timeframe().periodsPerYear(),
                List.copyOf(done),
                StitchedEquity.of(
                        initial, done.stream().map(WindowResult::curve).toList()),
                ParameterSpread.of(done.stream().map(WindowResult::chosen).toList()),
                DateGap.of(Arrays.copyOfRange(times.all(), offset, times.count()), DateGap.MOST_DAYS));
    }

    private int pieces() {
        return windows.size() * (candidates.size() + 1);
    }

    /** What training saw of each candidate; what was cancelled has no score. */
    private record Training(double[] scores, double[] growthPct) {}

    private Training train(WalkForwardWindow window) {
        double[] scores = new double[candidates.size()];
        double[] growthPct = new double[candidates.size()];
        Arrays.fill(scores, Double.NaN);
        workers.carryOut(scores.length, index -> {
            if (!progress.isCancelled()) {
                BacktestConfig config = experiment.configOf().apply(candidates.get(index));
                BacktestResult result =
                        runStretch(config, window.trainFrom(), window.trainTo(), config.initialCashMicros());
                scores[index] = plan.objective().of(result.metrics(), plan.fewestTrades());
                growthPct[index] = growthPct(result, config);
                progress.pieceDone(pieces());
            }
        });
        return new Training(scores, growthPct);
    }

    private WindowResult test(WalkForwardWindow window, Training training, long cash) {
        int best = Objective.best(training.scores());
        int choice = Math.max(best, 0);
        BacktestConfig config = experiment.configOf().apply(candidates.get(choice));
        BacktestResult result = runStretch(config, window.testFrom(), window.testTo(), cash);
        return new WindowResult(
                window,
                times.at(offset + window.trainFrom()),
                times.at(offset + window.trainTo() - 1),
                times.at(offset + window.testFrom()),
                times.at(offset + window.testTo() - 1),
                candidates.get(choice),
                best >= 0 && candidates.size() > 1,
                training.scores()[choice],
                training.growthPct()[choice],
                growthPct(result, config),
                result.metrics(),
                result.times(),
                result.equity(),
                result.trades());
    }

    private BacktestResult runStretch(BacktestConfig config, int from, int to, long cash) {
        int begin = Math.max(0, offset + from - plan.warmUpBars());
        BacktestConfig stretch = config.withInitialCash(cash).withTradeFrom(times.at(offset + from));
        return experiment.simulation().run(stretch, times.slice(begin, offset + to), AtEnd.CLOSE);
    }

    private static double growthPct(BacktestResult result, BacktestConfig config) {
        double[] ends = {result.metrics().initialEquity(), result.metrics().finalEquity()};
        return EquityCurve.growthPct(
                ends, result.equity().length, config.timeframe().periodsPerYear());
    }
}
