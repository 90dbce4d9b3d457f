package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.backtest.Markets;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.risk.ExitReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkForwardTest {

    private static final List<Candle> BARS = Markets.ofTrendsAndRanges(11, 500);
    private static final ParameterGrid GRID = ParameterGrid.parse(List.of("regression-period=20,35,50"));
    private static final WalkForwardPlan PLAN =
            new WalkForwardPlan(WindowPlan.rolling(126, 42), Long.MIN_VALUE, 120, Objective.TOTAL_RETURN, 1, 0.6);

    private static WalkForwardResult run(
            WalkForwardPlan plan, List<Candle> bars, ParameterGrid grid, Workers workers, Progress progress) {
        SortedMap<String, List<Candle>> market = new TreeMap<>(Map.of("SYN", bars));
        return WalkForward.run(plan, Experiment.varying(SweepTest.CONFIG, market), grid, workers, progress);
    }

    private static WalkForwardResult run(WalkForwardPlan plan, ParameterGrid grid) {
        return run(plan, BARS, grid, Workers.one(), Progress.unwatched());
    }

    @Test
    void tests_tile_the_bars_after_the_first_training_and_capital_is_carried() {
        WalkForwardResult result = run(PLAN, GRID);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.windows()).hasSize(9);
        assertThat(result.testedTimes())
                .containsExactly(BARS.subList(126, 500).stream()
                        .mapToLong(Candle::openTime)
                        .toArray());
        assertThat(result.stitched().atTestedBars()).hasSameSizeAs(result.testedTimes());
        double before = 100_000;
        for (WindowResult window : result.windows()) {
            assertThat(window.metrics().initialEquity()).isEqualTo(before);
            before = window.metrics().finalEquity();
            assertThat(window.equity()[window.equity().length - 1]).isEqualTo(before);
            assertThat(window.trainStart())
                    .isEqualTo(BARS.get(window.window().trainFrom()).openTime());
            assertThat(window.trainEnd())
                    .isEqualTo(BARS.get(window.window().trainTo() - 1).openTime());
            assertThat(window.testStart())
                    .isEqualTo(BARS.get(window.window().testFrom()).openTime());
            assertThat(window.testEnd())
                    .isEqualTo(BARS.get(window.window().testTo() - 1).openTime());
        }
        assertThat(result.stitched().finalEquity()).isCloseTo(before, within(1e-6));
        assertThat(result.trades()).isNotEmpty();
        assertThat(result.gaps()).isEmpty();
        assertThat(WalkForwardWindow.leaks(
                        result.windows().stream().map(WindowResult::window).toList()))
                .isEmpty();
    }

    @Test
    void positions_are_closed_with_costs_at_the_end_of_a_window() {
        WalkForwardResult result = run(PLAN, GRID);

        assertThat(result.trades()).anyMatch(trade -> trade.exitReason() == ExitReason.END_OF_DATA);
        for (WindowResult window : result.windows()) {
            long profit = 0;
            for (var trade : window.trades()) {
                profit += trade.pnlMicros();
                if (trade.exitReason() == ExitReason.END_OF_DATA) {
                    Candle last = BARS.get(window.window().testTo() - 1);
                    assertThat(trade.exitTime()).isEqualTo(last.openTime());
                    assertThat(trade.exitPriceMicros()).isEqualTo(Micros.of(last.close() * 0.9999));
                    assertThat(trade.commissionMicros()).isEqualTo(trade.shares() * 10_000);
                }
            }
            assertThat(Micros.of(window.metrics().finalEquity())
                            - Micros.of(window.metrics().initialEquity()))
                    .isEqualTo(profit);
        }
    }

    @Test
    void training_chooses_the_best_candidate_that_trades() {
        WalkForwardResult result = run(PLAN, GRID);

        assertThat(result.candidates()).isEqualTo(3);
        assertThat(result.windows()).anyMatch(WindowResult::wasOptimised);
        for (WindowResult window : result.windows()) {
            double best = Double.NaN;
            for (int candidate = 0; candidate < GRID.size(); candidate++) {
                ParameterGrid alone = ParameterGrid.of(Map.of(
                        "regression-period",
                        List.of(GRID.candidate(candidate).parameters().get("regression-period"))));
                double score =
                        run(PLAN, alone).windows().get(window.window().index()).inSampleScore();
                best = Double.isNaN(best) || score > best ? score : best;
            }
            assertThat(window.inSampleScore()).isEqualTo(best);
            assertThat(window.wasOptimised()).isEqualTo(!Double.isNaN(best));
            assertThat(window.wasOptimised() || window.chosen().index() == 0).isTrue();
        }
    }

    @Test
    void a_window_does_not_see_what_comes_after_it() {
        WalkForwardResult whole = run(PLAN, GRID);

        for (int poisoned : new int[] {126, 168, 250, 400}) {
            List<Candle> bars = new ArrayList<>(BARS);
            for (int i = poisoned; i < bars.size(); i++) {
                bars.set(i, new Candle(bars.get(i).openTime(), 5, 9, 4, 5 + i % 3, 1_000));
            }
            WalkForwardResult other = run(PLAN, bars, GRID, Workers.one(), Progress.unwatched());
            for (int w = 0; w < whole.windows().size(); w++) {
                WindowResult window = whole.windows().get(w);
                if (window.window().testTo() <= poisoned) {
                    assertThat(other.windows().get(w).equity()).isEqualTo(window.equity());
                    assertThat(other.windows().get(w).trades()).isEqualTo(window.trades());
                }
                if (window.window().trainTo() <= poisoned) {
                    assertThat(other.windows().get(w).chosen()).isEqualTo(window.chosen());
                    assertThat(other.windows().get(w).inSampleScore()).isEqualTo(window.inSampleScore());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_result_does_not_depend_on_the_threads(int partitions) {
        WalkForwardResult one = run(PLAN, GRID);

        WalkForwardResult many = run(PLAN, BARS, GRID, CallerThreads.ofPartitions(partitions), Progress.unwatched());

        assertThat(many.stitched().equity()).isEqualTo(one.stitched().equity());
        assertThat(many.trades()).isEqualTo(one.trades());
        assertThat(many.spread()).isEqualTo(one.spread());
        assertThat(many.efficiency()).isEqualTo(one.efficiency());
    }

    @Test
    void windows_that_are_done_are_kept_where_it_is_stopped() {
        CallerThreads.Countdown progress = new CallerThreads.Countdown(10);

        WalkForwardResult result = run(PLAN, BARS, GRID, Workers.one(), progress);

        // Three candidates and a test make four pieces a window.
        assertThat(result.windows()).hasSize(2);
        assertThat(result.plannedWindows()).isEqualTo(9);
        assertThat(result.isComplete()).isFalse();
        assertThat(progress.total).hasValue(36);
        assertThat(result.stitched().equity()).hasSize(1 + 2 * 42);
    }

    @Test
    void counts_windows_that_passed_and_windows_that_did_nothing() {
        WalkForwardResult result = run(PLAN, ParameterGrid.single());

        int profitable = 0;
        int idle = 0;
        int wins = 0;
        for (WindowResult window : result.windows()) {
            profitable += window.metrics().finalEquity() > window.metrics().initialEquity() ? 1 : 0;
            idle += window.metrics().trades() == 0 ? 1 : 0;
            wins += window.metrics().wins();
            assertThat(window.wasOptimised()).isFalse();
        }
        assertThat(result.profitableWindows()).isEqualTo(profitable);
        assertThat(result.noTradeWindows()).isEqualTo(idle);
        assertThat(result.passRate()).isEqualTo(profitable / 9.0);
        assertThat(result.passes()).isEqualTo(profitable / 9.0 > 0.6);
        assertThat(result.winRate()).isEqualTo(wins / (double) result.trades().size());
        double inSample = Arrays.stream(result.windows().toArray(WindowResult[]::new))
                .mapToDouble(WindowResult::inSampleGrowthPct)
                .average()
                .orElseThrow();
        double outOfSample = Arrays.stream(result.windows().toArray(WindowResult[]::new))
                .mapToDouble(WindowResult::outOfSampleGrowthPct)
                .average()
                .orElseThrow();
        if (inSample > 0) {
            assertThat(result.efficiency()).isCloseTo(outOfSample / inSample, within(1e-12));
        } else {
            assertThat(result.efficiency()).isNaN();
        }
        assertThat(result.sharpe()).isEqualTo(result.stitched().sharpe(0.04, 252));
        assertThat(result.verdict().trials()).isEqualTo(1);
    }

    @Test
    void bars_before_the_first_window_only_warm_up() {
        WalkForwardPlan plan =
                WalkForwardPlan.of(WindowPlan.rolling(63, 21), BARS.get(200).openTime());

        WalkForwardResult result = run(plan, ParameterGrid.single());

        assertThat(result.windows().getFirst().trainStart())
                .isEqualTo(BARS.get(200).openTime());
        assertThat(result.windows().getFirst().testStart())
                .isEqualTo(BARS.get(263).openTime());
        // With 120 bars before its training there is something to learn from in the very first window.
        assertThat(result.windows()).anyMatch(window -> window.inSampleGrowthPct() != 0);
    }

    @Test
    void without_enough_bars_there_are_no_windows() {
        WalkForwardResult result = run(PLAN, BARS.subList(0, 140), GRID, Workers.one(), Progress.unwatched());

        assertThat(result.windows()).isEmpty();
        assertThat(result.passRate()).isZero();
        assertThat(result.passes()).isFalse();
        assertThat(result.winRate()).isNaN();
        assertThat(result.efficiency()).isNaN();
        assertThat(result.stitched().equity()).containsExactly(100_000);
        assertThat(result.spread().unchangedRatio()).isNaN();
    }

    @Test
    void the_spread_tells_how_often_and_how_far_the_choice_moved() {
        ParameterSpread spread =
                ParameterSpread.of(List.of(GRID.candidate(0), GRID.candidate(0), GRID.candidate(2), GRID.candidate(0)));

        assertThat(spread.unchangedRatio()).isCloseTo(1 / 3.0, within(1e-12));
        ParameterSpread.Choice period = spread.byKey().get("regression-period");
        assertThat(period.values()).containsExactly("20", "20", "50", "20");
        assertThat(period.distinct()).isEqualTo(2);
        assertThat(period.mean()).isCloseTo(27.5, within(1e-12));
        assertThat(period.deviation()).isCloseTo(Math.sqrt((3 * 56.25 + 506.25) / 4), within(1e-12));
        Candidate word = ParameterGrid.parse(List.of("modes=DUAL")).candidate(0);
        assertThat(ParameterSpread.of(List.of(word)).byKey().get("modes").mean())
                .isNaN();
    }

    @Test
    void symbols_with_different_calendars_share_the_windows() {
        SortedMap<String, List<Candle>> market = new TreeMap<>();
        market.put("AAA", BARS.subList(0, 300));
        market.put("BBB", Markets.ofTrendsAndRanges(2, 500).subList(150, 500));

        WalkForwardResult result = WalkForward.run(
                PLAN,
                Experiment.varying(SweepTest.CONFIG, market),
                ParameterGrid.single(),
                Workers.one(),
                Progress.unwatched());

        assertThat(result.testedTimes()).hasSize(374);
        assertThat(result.trades()).extracting(trade -> trade.symbol()).contains("AAA", "BBB");
    }

    @Test
    void refuses_a_short_warm_up() {
        assertThatThrownBy(() -> new WalkForwardPlan(WindowPlan.rolling(63, 21), 0, 119, Objective.SHARPE, 1, 0.6))
                .hasMessage("a stretch warms up over at least 120 bars, not 119");
        assertThat(WalkForwardPlan.defaults().windows().trainBars()).isEqualTo(63);
    }

    @Test
    void a_window_does_not_see_what_was_long_before_it() {
        WalkForwardResult whole = run(PLAN, GRID);
        WindowResult last = whole.windows().getLast();
        int firstSeen = last.window().trainFrom() - 120;
        List<Candle> bars = new ArrayList<>(BARS);
        for (int i = 0; i < firstSeen; i++) {
            bars.set(i, new Candle(bars.get(i).openTime(), 5, 9, 4, 5 + i % 3, 1_000));
        }

        WindowResult other = run(PLAN, bars, GRID, Workers.one(), Progress.unwatched())
                .windows()
                .getLast();

        assertThat(other.inSampleScore()).isEqualTo(last.inSampleScore());
        assertThat(other.chosen()).isEqualTo(last.chosen());
        assertThat(other.metrics().trades()).isEqualTo(last.metrics().trades());
    }

    @Test
    void passes_where_more_windows_than_asked_made_money() {
        WalkForwardPlan easy =
                new WalkForwardPlan(WindowPlan.rolling(126, 42), Long.MIN_VALUE, 120, Objective.TOTAL_RETURN, 1, 0);

        WalkForwardResult result = run(easy, GRID);

        assertThat(result.profitableWindows()).isPositive();
        assertThat(result.passes()).isTrue();
    }

    @Test
    void the_verdict_is_on_the_stitched_returns_above_the_risk_free_rate() {
        WalkForwardResult result = run(PLAN, GRID);
        double[] returns = EquityCurve.returns(result.stitched().equity());

        assertThat(result.verdict()).isEqualTo(OverfitVerdict.of(SharpeEvidence.of(returns, 0.04 / 252), 3));
    }
}
