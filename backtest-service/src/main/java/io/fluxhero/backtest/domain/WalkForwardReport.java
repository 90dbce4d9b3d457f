package io.fluxhero.backtest.domain;

import static io.fluxhero.backtest.domain.RunReport.known;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.validation.WalkForwardResult;
import io.fluxhero.engine.validation.WindowResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a walk-forward gave into what a reader gets. */
public final class WalkForwardReport {

    private final WalkForwardJob job;
    private final WalkForwardResult outcome;
    private final Instant createdAt;

    public WalkForwardReport(WalkForwardJob job, WalkForwardResult outcome, Instant createdAt) {
        this.job = job;
        this.outcome = outcome;
        this.createdAt = createdAt;
    }

    public WalkForwardAnswer answer() {
        RunRequest run = job.request().run();
        return new WalkForwardAnswer(
                job.runId(),
                run.symbol(),
                run.timeframe().code(),
                run.startDate(),
                run.endDate(),
                run.strategyMode().name(),
                outcome.initialEquity(),
                outcome.stitched().finalEquity(),
                outcome.stitched().totalReturnPct(),
                outcome.windows().size(),
                outcome.profitableWindows(),
                outcome.noTradeWindows(),
                outcome.passRate(),
                outcome.plan().passThreshold(),
                outcome.passes(),
                known(outcome.sharpe()),
                Math.abs(outcome.stitched().maxDrawdownPct()),
                known(outcome.winRate()),
                outcome.trades().size(),
                outcome.windows().stream().map(WalkForwardReport::window).toList(),
                Arrays.stream(outcome.stitched().atTestedBars()).boxed().toList(),
                timestamps(),
                outcome.plan().windows().trainBars(),
                outcome.plan().windows().testBars(),
                outcome.plan().windows().isAnchored(),
                outcome.candidates() > 1,
                outcome.plan().objective().name(),
                outcome.candidates(),
                known(outcome.efficiency()),
                known(outcome.spread().unchangedRatio()),
                stability(),
                PerformanceView.overfit(outcome.verdict()),
                gaps(),
                job.config().hash(),
                job.dataHash(),
                createdAt);
    }

    private List<Instant> timestamps() {
        return Arrays.stream(outcome.testedTimes())
                .mapToObj(Instant::ofEpochMilli)
                .toList();
    }

    private static WalkForwardAnswer.Window window(WindowResult window) {
        return new WalkForwardAnswer.Window(
                window.window().index() + 1,
                date(window.trainStart()),
                date(window.trainEnd()),
                date(window.testStart()),
                date(window.testEnd()),
                window.metrics().initialEquity(),
                window.metrics().finalEquity(),
                window.metrics().totalReturnPct(),
                known(window.metrics().sharpe()),
                Math.abs(window.metrics().maxDrawdownPct()),
                known(window.metrics().winRate()),
                window.metrics().trades(),
                window.isProfitable(),
                window.chosen().parameters(),
                window.wasOptimised(),
                known(window.inSampleScore()),
                known(window.inSampleGrowthPct()),
                known(window.outOfSampleGrowthPct()));
    }

    private Map<String, WalkForwardAnswer.Spread> stability() {
        Map<String, WalkForwardAnswer.Spread> spreads = new LinkedHashMap<>();
        outcome.spread()
                .byKey()
                .forEach((key, choice) -> spreads.put(
                        key,
                        new WalkForwardAnswer.Spread(
                                choice.values(), choice.distinct(), known(choice.mean()), known(choice.deviation()))));
        return spreads;
    }

    private List<WalkForwardAnswer.Gap> gaps() {
        List<Candle> bars = RunPlan.fromStart(job.request().run(), job.candles(), 1);
        return outcome.gaps().stream()
                .map(gap -> new WalkForwardAnswer.Gap(
                        date(bars.get(gap.before()).openTime()),
                        date(bars.get(gap.after()).openTime()),
                        gap.days()))
                .toList();
    }

    private static LocalDate date(long openTime) {
        return LocalDate.ofEpochDay(Backtest.sessionDay(openTime));
    }
}
