package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.backtest.AtEnd;
import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.backtest.BacktestOptions;
import io.fluxhero.engine.backtest.BacktestResult;
import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.backtest.Markets;
import io.fluxhero.engine.backtest.MeasuredHistory;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.performance.EquityCurve;
import io.fluxhero.engine.performance.Metrics;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.RecordParameters;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    static final BacktestConfig CONFIG = new BacktestConfig(
            Timeframe.D1,
            StrategyConfig.defaults(),
            RiskConfig.defaults(),
            CostModel.defaults(),
            Micros.of(100_000.0),
            Markets.day(60),
            0.04);

    private static final SortedMap<String, List<Candle>> MARKET =
            new TreeMap<>(Map.of("SYN", Markets.ofTrendsAndRanges(11, 700)));

    private static final ParameterGrid GRID =
            ParameterGrid.parse(List.of("regression-period=20,50", "max-position-ratio=0.1,0.2,0.3"));

    private static final Experiment EXPERIMENT = Experiment.varying(CONFIG, MARKET);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void each_row_is_that_of_a_single_run_in_the_order_of_the_grid(int partitions) {
        SweepResult sweep = Sweep.run(EXPERIMENT, GRID, CallerThreads.ofPartitions(partitions), Progress.unwatched());

        assertThat(sweep.isComplete()).isTrue();
        assertThat(sweep.rows()).extracting(row -> row.candidate().index()).containsExactly(0, 1, 2, 3, 4, 5);
        for (SweepRow row : sweep.rows()) {
            BacktestConfig config = new BacktestConfig(
                    Timeframe.D1,
                    StrategyConfig.defaults()
                            .with(
                                    "regression-period",
                                    row.candidate().parameters().get("regression-period")),
                    RecordParameters.with(
                            RiskConfig.defaults(),
                            "max-position-ratio",
                            row.candidate().parameters().get("max-position-ratio")),
                    CostModel.defaults(),
                    CONFIG.initialCashMicros(),
                    CONFIG.tradeFrom(),
                    0.04);
            BacktestResult single = Backtest.run(config, MARKET);
            assertThat(row.metrics()).isEqualTo(single.metrics());
            assertThat(row.configHash()).isEqualTo(single.configHash());
            assertThat(row.evidence()).isEqualTo(SharpeEvidence.of(EquityCurve.returns(single.equity()), 0));
        }
        assertThat(sweep.rows()).extracting(SweepRow::configHash).doesNotHaveDuplicates();
        assertThat(sweep.rows()).anyMatch(row -> row.metrics().trades() > 0);
    }

    @Test
    void what_was_done_before_it_was_stopped_is_kept_in_order() {
        CallerThreads.Countdown progress = new CallerThreads.Countdown(4);

        SweepResult sweep = Sweep.run(EXPERIMENT, GRID, Workers.one(), progress);

        assertThat(sweep.isComplete()).isFalse();
        assertThat(sweep.rows()).extracting(row -> row.candidate().index()).containsExactly(0, 1, 2, 3);
        assertThat(progress.total).hasValue(6);
    }

    @Test
    void ranks_by_the_objective_and_judges_the_choice() {
        SweepResult sweep = Sweep.run(EXPERIMENT, GRID, Workers.one(), Progress.unwatched());

        List<SweepRow> ranking = sweep.ranking(Objective.TOTAL_RETURN, 1);

        assertThat(ranking).hasSize(6);
        for (int i = 1; i < ranking.size(); i++) {
            assertThat(ranking.get(i - 1).metrics().totalReturnPct())
                    .isGreaterThanOrEqualTo(ranking.get(i).metrics().totalReturnPct());
        }
        assertThat(sweep.ranking(Objective.SHARPE, 10_000)).isEmpty();
        assertThat(sweep.verdict(Objective.SHARPE, 10_000)).isEmpty();
        assertThat(sweep.overfitting()).hasValueSatisfying(found -> {
            assertThat(found.combinations()).isEqualTo(12_870);
            assertThat(found.probability()).isBetween(0.0, 1.0);
        });
        OverfitVerdict verdict = sweep.verdict(Objective.TOTAL_RETURN, 1).orElseThrow();
        assertThat(verdict.trials()).isEqualTo(6);
        assertThat(verdict.observations()).isEqualTo(639);
        assertThat(verdict.expectedBest()).isPositive();
        assertThat(verdict.overfitProbability())
                .isEqualTo(sweep.overfitting().orElseThrow().probability());
    }

    @Test
    void a_single_run_has_no_choice_to_judge() {
        SweepResult sweep = Sweep.run(EXPERIMENT, ParameterGrid.single(), Workers.one(), Progress.unwatched());

        assertThat(sweep.overfitting()).isEmpty();
        assertThat(sweep.verdict(Objective.TOTAL_RETURN, 0).orElseThrow().overfitProbability())
                .isNaN();
    }

    @Test
    void the_same_strategy_is_tried_on_each_instrument_alone() {
        TreeMap<String, List<Candle>> markets = new TreeMap<>();
        markets.put("AAA", Markets.ofTrendsAndRanges(1, 500));
        markets.put("BBB", Markets.ofTrendsAndRanges(2, 500));
        markets.put("CCC", Markets.ofTrendsAndRanges(3, 500));

        CrossAsset found = across(markets, CallerThreads.ofPartitions(2), Progress.unwatched());

        assertThat(found.assets()).extracting(CrossAsset.Asset::symbol).containsExactly("AAA", "BBB", "CCC");
        double sum = 0;
        double lowest = Double.POSITIVE_INFINITY;
        int profitable = 0;
        for (CrossAsset.Asset asset : found.assets()) {
            BacktestResult alone = Backtest.run(
                    CONFIG, new TreeMap<>(Map.of(asset.symbol(), markets.get(asset.symbol()))), AtEnd.LEAVE_OPEN);
            assertThat(asset.metrics()).isEqualTo(alone.metrics());
            sum += alone.metrics().totalReturnPct();
            lowest = Math.min(lowest, alone.metrics().totalReturnPct());
            profitable += alone.metrics().totalReturnPct() > 0 ? 1 : 0;
        }
        assertThat(found.meanReturnPct()).isEqualTo(sum / 3);
        assertThat(found.lowestReturnPct()).isEqualTo(lowest);
        assertThat(found.profitableRatio()).isEqualTo(profitable / 3.0);
        assertThat(found.deepestDrawdownPct()).isNegative();
        CrossAsset stopped = across(markets, Workers.one(), new CallerThreads.Countdown(1));
        assertThat(stopped.assets()).hasSize(1);
        assertThat(stopped.symbols()).isEqualTo(3);
        assertThat(stopped.isComplete()).isFalse();
        assertThat(found.isComplete()).isTrue();
    }

    private static CrossAsset across(TreeMap<String, List<Candle>> markets, Workers workers, Progress progress) {
        return CrossAsset.run(
                markets.navigableKeySet(),
                symbol -> Backtest.run(CONFIG, new TreeMap<>(Map.of(symbol, markets.get(symbol))), AtEnd.LEAVE_OPEN)
                        .metrics(),
                workers,
                progress);
    }

    @Test
    void the_variance_of_the_trials_is_that_of_their_ratios() {
        SweepResult sweep = Sweep.run(EXPERIMENT, GRID, Workers.one(), Progress.unwatched());
        double[] ratios = sweep.rows().stream()
                .mapToDouble(row -> row.evidence().sharpe())
                .toArray();
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double variance =
                Arrays.stream(ratios).map(ratio -> Math.pow(ratio - mean, 2)).sum() / (ratios.length - 1);

        assertThat(sweep.verdict(Objective.TOTAL_RETURN, 1).orElseThrow().expectedBest())
                .isCloseTo(SharpeEvidence.expectedBest(6, variance), within(1e-12));
    }

    @Test
    void equals_keep_the_order_of_the_grid() {
        ParameterGrid twins = ParameterGrid.parse(List.of("regression-period=50,50,20,50"));

        SweepResult sweep = Sweep.run(EXPERIMENT, twins, Workers.one(), Progress.unwatched());

        assertThat(sweep.ranking(Objective.TOTAL_RETURN, 0))
                .extracting(row -> row.candidate().index())
                .containsSubsequence(0, 1, 3);
    }

    @Test
    void sixteen_returns_are_the_fewest_that_can_be_compared() {
        assertThat(overRecent(17).overfitting()).isPresent();
        assertThat(overRecent(16).overfitting()).isEmpty();
        assertThat(overRecent(16).rows()).hasSize(6);
    }

    /** The last bars of which so many are traded. */
    private static SweepResult overRecent(int traded) {
        BacktestConfig config = CONFIG.withTradeFrom(Markets.day(700 - traded));
        return Sweep.run(Experiment.varying(config, MARKET), GRID, Workers.one(), Progress.unwatched());
    }

    @Test
    void an_asset_without_trades_has_no_ratio_and_counts_as_not_profitable() {
        TreeMap<String, List<Candle>> markets = new TreeMap<>(MARKET);
        markets.put("TINY", Markets.ofTrendsAndRanges(1, 62));

        CrossAsset found = across(markets, Workers.one(), Progress.unwatched());

        Metrics traded = Backtest.run(CONFIG, MARKET).metrics();
        assertThat(found.meanSharpe()).isEqualTo(traded.sharpe());
        assertThat(found.lowestSharpe()).isEqualTo(traded.sharpe());
        assertThat(found.positiveSharpeRatio()).isEqualTo(traded.sharpe() > 0 ? 0.5 : 0);
        assertThat(found.profitableRatio()).isEqualTo(traded.totalReturnPct() > 0 ? 0.5 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void candidates_that_share_what_was_measured_do_as_if_they_were_alone(int partitions) {
        // Six sets of periods, so that they do not fit into one batch.
        ParameterGrid many = ParameterGrid.parse(
                List.of("regression-period=20,30,40,50,60,70", "entry-band-atr=0.3,0.5", "allow-short=true,false"));
        MarketHistory history = MarketHistory.ofCandles(MARKET);

        SweepResult shared =
                Sweep.run(CONFIG, history, many, CallerThreads.ofPartitions(partitions), Progress.unwatched());

        SweepResult alone = Sweep.run(EXPERIMENT, many, Workers.one(), Progress.unwatched());
        assertThat(shared.candidates()).isEqualTo(24);
        assertThat(shared.rows()).hasSize(24);
        for (int i = 0; i < 24; i++) {
            SweepRow row = shared.rows().get(i);
            assertThat(row.candidate()).isEqualTo(alone.rows().get(i).candidate());
            assertThat(row.configHash()).isEqualTo(alone.rows().get(i).configHash());
            assertThat(row.metrics()).isEqualTo(alone.rows().get(i).metrics());
            assertThat(row.evidence()).isEqualTo(alone.rows().get(i).evidence());
            assertThat(row.blocks().sums())
                    .isEqualTo(alone.rows().get(i).blocks().sums());
        }
        assertThat(shared.rows())
                .extracting(row -> row.metrics().finalEquity())
                .as("the candidates differ")
                .doesNotHaveDuplicates();
    }

    /** Workers share out stretches of pieces; neighbours in the grid take alike long, and must not be one stretch. */
    @Test
    void every_stretch_of_work_is_spread_over_the_grid() {
        ParameterGrid bands = ParameterGrid.of(Map.of(
                "entry-band-atr",
                IntStream.range(0, 80).mapToObj(i -> "" + (0.2 + i / 10.0)).toList()));
        for (int eighth = 0; eighth < 8; eighth++) {
            int nth = eighth;
            Workers oneStretch = (count, piece) -> IntStream.range(count * nth / 8, Math.max(1, count * (nth + 1) / 8))
                    .forEach(piece);

            SweepResult sweep =
                    Sweep.run(CONFIG, MarketHistory.ofCandles(MARKET), bands, oneStretch, Progress.unwatched());

            assertThat(sweep.rows())
                    .extracting(row -> row.candidate().index() / 20)
                    .as("quarters of the grid in stretch %d", nth)
                    .contains(0, 1, 2, 3)
                    .hasSize(10);
        }
    }

    @Test
    void a_shared_sweep_keeps_what_was_done_too() {
        SweepResult sweep =
                Sweep.run(CONFIG, MarketHistory.ofCandles(MARKET), GRID, Workers.one(), new CallerThreads.Countdown(4));

        assertThat(sweep.rows()).hasSize(4);
        assertThat(sweep.candidates()).isEqualTo(6);
    }

    @Test
    void what_was_measured_with_other_periods_is_refused() {
        MeasuredHistory measured = MeasuredHistory.of(
                MarketHistory.ofCandles(MARKET), CONFIG.strategy().indicators().withRegressionPeriod(20));

        assertThatThrownBy(() -> measured.run(CONFIG, BacktestOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("regressionPeriod=20");
    }
}
