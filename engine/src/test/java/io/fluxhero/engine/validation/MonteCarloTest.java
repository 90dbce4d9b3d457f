package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.validation.MonteCarloPlan.Resampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloTest {

    private static final double[] RETURNS = {0.02, -0.01, 0.005, -0.015, 0.03, -0.02, 0.01};
    private static final double[] PNLS = {100, -50, 200, -120, 30};

    private static MonteCarloPlan plan(Resampling resampling, int paths, int periods, int block) {
        return new MonteCarloPlan(resampling, paths, periods, block, 42, 1_000, 1.5, 0.5);
    }

    private static MonteCarloResult run(MonteCarloPlan plan, double... source) {
        return new MonteCarlo(plan, source).run(Workers.one(), Progress.unwatched());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_result_does_not_depend_on_the_threads(int partitions) {
        for (Resampling resampling : Resampling.values()) {
            MonteCarlo simulation = new MonteCarlo(plan(resampling, 500, 60, 5), RETURNS);

            assertThat(simulation.run(CallerThreads.ofPartitions(partitions), Progress.unwatched()))
                    .isEqualTo(simulation.run(Workers.one(), Progress.unwatched()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_seed_gives_other_paths(Resampling resampling) {
        MonteCarloPlan one = plan(resampling, 1, 60, 5);
        MonteCarloPlan two = new MonteCarloPlan(resampling, 1, 60, 5, 43, 1_000, 1.5, 0.5);

        assertThat(new MonteCarlo(one, RETURNS).path(0)).isNotEqualTo(new MonteCarlo(two, RETURNS).path(0));
    }

    @Test
    void a_single_return_compounds_to_what_a_child_can_compute() {
        MonteCarloResult result = run(plan(Resampling.RETURNS, 10, 2, 1), -0.2);

        assertThat(result.mean()).isCloseTo(640, within(1e-9));
        assertThat(result.deviation()).isCloseTo(0, within(1e-9));
        assertThat(result.medianDrawdownPct()).isCloseTo(-36, within(1e-9));
        assertThat(result.worstDrawdownPct()).isCloseTo(-36, within(1e-9));
        assertThat(result.profitProbability()).isZero();
        assertThat(result.loss20Probability()).isEqualTo(1);
        assertThat(result.loss50Probability()).isZero();
        assertThat(result.bustProbability()).isZero();
        assertThat(run(plan(Resampling.RETURNS, 10, 4, 1), -0.2).bustProbability())
                .isEqualTo(1);
        assertThat(run(plan(Resampling.RETURNS, 10, 3, 1), 0.3).doubleProbability())
                .isEqualTo(1);
        assertThat(run(plan(Resampling.RETURNS, 10, 3, 1), 0.3).goalProbability())
                .isEqualTo(1);
    }

    @Test
    void a_shuffle_changes_the_way_and_not_the_end() {
        MonteCarlo simulation = new MonteCarlo(plan(Resampling.TRADE_SHUFFLE, 400, 1, 1), PNLS);

        MonteCarloResult result = simulation.run(Workers.one(), Progress.unwatched());

        assertThat(result.p5()).isEqualTo(1_160);
        assertThat(result.p95()).isEqualTo(1_160);
        // At worst both losses come first: 170 below 1,000. At best 120 below a peak of 1,280.
        assertThat(result.worstDrawdownPct()).isBetween(-17.0, -12.0);
        assertThat(result.medianDrawdownPct()).isBetween(-17.0, -100.0 * 120 / 1_280 + 0.001);
        assertThat(new MonteCarlo(plan(Resampling.TRADE_SHUFFLE, 1, 1, 1), PNLS).path(0))
                .isNotEqualTo(simulation.path(1));
    }

    @Test
    void blocks_keep_the_order_and_go_on_at_the_front() {
        // A whole block of all returns begun anywhere is a rotation: it always compounds to the same.
        MonteCarloResult whole = run(plan(Resampling.RETURN_BLOCKS, 200, RETURNS.length, RETURNS.length), RETURNS);
        double product = 1_000;
        for (double value : RETURNS) {
            product *= 1 + value;
        }

        assertThat(whole.p5()).isCloseTo(product, within(1e-9));
        assertThat(whole.p95()).isCloseTo(product, within(1e-9));
        assertThat(run(plan(Resampling.RETURN_BLOCKS, 200, RETURNS.length, 1), RETURNS)
                        .deviation())
                .isGreaterThan(1);
    }

    @Test
    void trades_are_added_and_returns_multiplied() {
        assertThat(run(plan(Resampling.TRADES, 5, 3, 1), 100).mean()).isEqualTo(1_300);
        assertThat(run(plan(Resampling.RETURNS, 5, 3, 1), 0.1).mean()).isCloseTo(1_331, within(1e-9));
    }

    @Test
    void percentiles_are_in_order_and_the_mean_is_near_what_is_expected() {
        MonteCarloPlan plan = MonteCarloPlan.defaults(1_000).with(Resampling.RETURNS);

        MonteCarloResult result = run(plan, RETURNS);

        assertThat(result.paths()).isEqualTo(10_000);
        double mean = (0.02 - 0.01 + 0.005 - 0.015 + 0.03 - 0.02 + 0.01) / 7;
        double expected = 1_000 * Math.pow(1 + mean, 252);
        assertThat(result.mean()).isCloseTo(expected, within(expected * 0.02));
        assertThat(result.p5()).isLessThan(result.p25());
        assertThat(result.p25()).isLessThan(result.median());
        assertThat(result.median()).isLessThan(result.p75());
        assertThat(result.p75()).isLessThan(result.p95());
        assertThat(result.loss50Probability()).isLessThanOrEqualTo(result.loss20Probability());
        assertThat(result.loss20Probability()).isLessThanOrEqualTo(result.loss10Probability());
        assertThat(result.worstDrawdownPct()).isLessThan(result.medianDrawdownPct());
    }

    @Test
    void what_was_done_before_it_was_stopped_is_kept() {
        MonteCarlo simulation = new MonteCarlo(plan(Resampling.RETURNS, 100, 10, 1), RETURNS);

        MonteCarloResult result = simulation.run(Workers.one(), new CallerThreads.Countdown(30));

        assertThat(result.paths()).isEqualTo(30);
        assertThat(result.requested()).isEqualTo(100);
        assertThat(simulation.run(Workers.one(), new CallerThreads.Countdown(0)).mean())
                .isNaN();
    }

    @Test
    void refuses_to_draw_from_nothing() {
        assertThatThrownBy(() -> new MonteCarlo(MonteCarloPlan.defaults(1), new double[0]))
                .hasMessage("there is nothing to draw from");
        assertThatThrownBy(() -> MonteCarloPlan.defaults(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bounds_count_where_the_specification_says_so() {
        assertThat(run(plan(Resampling.RETURNS, 3, 1, 1), 1.0).doubleProbability())
                .isEqualTo(1);
        assertThat(run(plan(Resampling.RETURNS, 3, 1, 1), 0.99).doubleProbability())
                .isZero();
        assertThat(run(plan(Resampling.RETURNS, 3, 1, 1), 0.0).profitProbability())
                .isZero();
        assertThat(run(plan(Resampling.RETURNS, 3, 1, 1), 0.01).profitProbability())
                .isEqualTo(1);
        assertThat(run(plan(Resampling.TRADES, 3, 1, 1), -100).loss10Probability())
                .isZero();
        assertThat(run(plan(Resampling.TRADES, 3, 1, 1), -101).loss10Probability())
                .isEqualTo(1);
        assertThat(run(plan(Resampling.TRADES, 3, 1, 1), -200).loss20Probability())
                .isZero();
        assertThat(run(plan(Resampling.TRADES, 3, 1, 1), -201).loss20Probability())
                .isEqualTo(1);
        assertThat(run(plan(Resampling.TRADES, 3, 1, 1), -500).loss50Probability())
                .isZero();
        assertThat(run(plan(Resampling.TRADES, 3, 1, 1), -501).loss50Probability())
                .isEqualTo(1);
    }

    @Test
    void whoever_reaches_the_goal_cannot_go_bust_any_more() {
        MonteCarlo rising = new MonteCarlo(plan(Resampling.TRADES, 1, 1, 1), new double[] {500});
        MonteCarlo falling = new MonteCarlo(plan(Resampling.TRADES, 1, 1, 1), new double[] {-500});

        assertThat(rising.path(0).reachedGoal()).isTrue();
        assertThat(rising.path(0).wentBust()).isFalse();
        assertThat(falling.path(0).wentBust()).isTrue();
        assertThat(falling.path(0).reachedGoal()).isFalse();
        MonteCarlo shuffled = new MonteCarlo(plan(Resampling.TRADE_SHUFFLE, 1, 1, 1), new double[] {500, -1_000});
        for (int i = 0; i < 20; i++) {
            PathOutcome path = shuffled.path(i);
            assertThat(path.reachedGoal()).isNotEqualTo(path.wentBust());
        }
    }
}
