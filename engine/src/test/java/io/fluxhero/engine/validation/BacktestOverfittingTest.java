package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestOverfittingTest {

    @Test
    void blocks_are_summed_and_the_rest_is_left_out() {
        BlockSums sums = BlockSums.of(new double[] {1, 2, 3, 4, 5}, 2);

        assertThat(sums.blockLength()).isEqualTo(2);
        assertThat(sums.sums()).containsExactly(3, 7);
        assertThat(sums.squares()).containsExactly(5, 25);
        // The second block alone: mean 3.5, deviation 0.5.
        assertThat(sums.sharpe(0b10)).isCloseTo(7, within(1e-12));
        // Both: mean 2.5, variance 1.25.
        assertThat(sums.sharpe(0b11)).isCloseTo(2.5 / Math.sqrt(1.25), within(1e-12));
        assertThat(BlockSums.of(new double[4], 2).sharpe(0b01)).isZero();
        assertThatThrownBy(() -> BlockSums.of(new double[1], 2)).hasMessage("1 returns do not fill 2 blocks");
    }

    @Test
    void two_runs_of_two_blocks_by_hand() {
        // Each is the better one in one block and the worse one in the other: every choice fails.
        BlockSums first = BlockSums.of(new double[] {3, 1, -1, -3}, 2);
        BlockSums second = BlockSums.of(new double[] {-1, -3, 3, 1}, 2);

        BacktestOverfitting found = BacktestOverfitting.of(List.of(first, second));

        assertThat(found.combinations()).isEqualTo(2);
        assertThat(found.probability()).isEqualTo(1);
        // Rank 1 of 2: w = 1/3, ln(1/2).
        assertThat(found.medianLogit()).isCloseTo(Math.log(0.5), within(1e-12));
        assertThat(found.lossProbability()).isEqualTo(1);
    }

    @Test
    void a_run_that_is_best_everywhere_is_not_overfitted() {
        List<BlockSums> runs = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            double[] returns = new double[160];
            for (int i = 0; i < returns.length; i++) {
                returns[i] = (i % 2 == 0 ? 0.01 : -0.01) + run * 0.001 + 0.0001;
            }
            runs.add(BlockSums.of(returns, 16));
        }

        BacktestOverfitting found = BacktestOverfitting.of(runs);

        assertThat(found.combinations()).isEqualTo(12_870);
        assertThat(found.probability()).isZero();
        assertThat(found.medianLogit()).isCloseTo(Math.log(5), within(1e-12));
        assertThat(found.lossProbability()).isZero();
    }

    @Test
    void the_best_of_pure_chance_is_as_often_below_the_median_as_above() {
        List<BlockSums> runs = new ArrayList<>();
        for (int run = 0; run < 60; run++) {
            RandomSource random = RandomSource.ofPath(7, run);
            double[] returns = new double[800];
            for (int i = 0; i < returns.length; i++) {
                returns[i] = (random.nextInt(2_001) - 1_000) / 1e5;
            }
            runs.add(BlockSums.of(returns, 8));
        }

        assertThat(BacktestOverfitting.of(runs).probability()).isBetween(0.25, 0.85);
    }

    @Test
    void refuses_what_cannot_be_compared() {
        BlockSums two = BlockSums.of(new double[4], 2);
        BlockSums three = BlockSums.of(new double[6], 3);

        for (List<BlockSums> runs :
                List.of(List.<BlockSums>of(), List.of(two), List.of(two, three), List.of(three, three))) {
            assertThatThrownBy(() -> BacktestOverfitting.of(runs)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
