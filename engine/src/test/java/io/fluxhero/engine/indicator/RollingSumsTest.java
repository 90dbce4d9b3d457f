package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few values so large that their rounding stays in a running sum after they have left it. In bulk, trust in such a sum is
 * checked once for each stretch between fresh sums: the large values stand within one, or in the fresh sum itself.
 */
class RollingSumsTest {

    private static final int VALUES = 400;
    private static final int PERIOD = 20;
    private static final int WITHIN_A_STRETCH = 150;
    /** The sum is taken anew at 128, over 109 to 128. */
    private static final int IN_A_FRESH_SUM = 120;

    private static final int LARGE = 3;
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** Large values at three places, from this one on. */
    private static double[] values(int largeFrom) {
        return IntStream.range(0, VALUES)
                .mapToDouble(i -> i >= largeFrom && i < largeFrom + LARGE ? 1e12 + i / 3.0 : 100 + i % 7 * 0.013)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {WITHIN_A_STRETCH, IN_A_FRESH_SUM})
    void a_mean_is_that_of_its_window_although_large_values_went_through(int largeFrom) {
        double[] x = values(largeFrom);
        Sma mean = new Sma(PERIOD);

        for (int i = 0; i < VALUES; i++) {
            mean.update(x[i]);
            if (isOrdinary(i, largeFrom)) {
                assertThat(mean.value()).as("value %d", i).isCloseTo(mean(x, i), ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WITHIN_A_STRETCH, IN_A_FRESH_SUM})
    void moments_are_those_of_their_window_although_large_values_went_through(int largeFrom) {
        double[] x = values(largeFrom);
        double[] means = new double[VALUES];
        double[] variations = new double[VALUES];
        double[] covariations = new double[VALUES];
        new Moments(PERIOD).update(x, 0, VALUES, means, variations, covariations, 0);
        Moments single = new Moments(PERIOD);

        for (int i = 0; i < VALUES; i++) {
            single.update(x, i);
            assertThat(new double[] {means[i], variations[i], covariations[i]})
                    .as("value %d", i)
                    .isEqualTo(new double[] {single.mean(), single.variation(), single.covariation()});
            if (isOrdinary(i, largeFrom)) {
                assertThat(means[i]).as("value %d", i).isCloseTo(mean(x, i), ROUNDING);
                assertThat(variations[i]).as("value %d", i).isCloseTo(variation(x, i), ROUNDING);
                assertThat(covariations[i]).as("value %d", i).isCloseTo(covariation(x, i), ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WITHIN_A_STRETCH, IN_A_FRESH_SUM})
    void an_efficiency_is_that_of_its_window_although_large_values_went_through(int largeFrom) {
        double[] x = values(largeFrom);
        double[] ratios = new double[VALUES];
        new EfficiencyRatio(PERIOD).update(x, 0, VALUES, ratios, new double[VALUES], 0);
        EfficiencyRatio single = new EfficiencyRatio(PERIOD);

        for (int i = 0; i < VALUES; i++) {
            single.update(x[i]);
            assertThat(ratios[i]).as("value %d", i).isEqualTo(Double.valueOf(single.value()));
            if (isOrdinary(i, largeFrom)) {
                assertThat(ratios[i]).as("value %d", i).isCloseTo(efficiency(x, i), ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 128, 1_000})
    void rounding_follows_from_the_values_and_not_from_how_they_are_cut(int chunk) {
        double[] x = new SplittableRandom(5).doubles(1_000, 0, 1_000).toArray();
        Moments moments = new Moments(PERIOD);
        EfficiencyRatio efficiency = new EfficiencyRatio(PERIOD);
        double[][] cut = new double[4][x.length];
        for (int from = 0; from < x.length; from += chunk) {
            int to = Math.min(x.length, from + chunk);
            moments.update(x, from, to, cut[0], cut[1], cut[2], 0);
            efficiency.update(x, from, to, cut[3], new double[x.length], 0);
        }

        Moments singleMoments = new Moments(PERIOD);
        EfficiencyRatio singleEfficiency = new EfficiencyRatio(PERIOD);
        for (int i = 0; i < x.length; i++) {
            singleMoments.update(x, i);
            singleEfficiency.update(x[i]);
            assertThat(new double[] {cut[0][i], cut[1][i], cut[2][i], cut[3][i]})
                    .as("value %d", i)
                    .isEqualTo(new double[] {
                        singleMoments.mean(),
                        singleMoments.variation(),
                        singleMoments.covariation(),
                        singleEfficiency.value()
                    });
        }
    }

    /** Whether the window that ends here is full, without a large value in it or just before it. */
    private static boolean isOrdinary(int at, int largeFrom) {
        return at > PERIOD && (at < largeFrom || at - PERIOD >= largeFrom + LARGE);
    }

    private static IntStream window(int at) {
        return IntStream.rangeClosed(at - PERIOD + 1, at);
    }

    private static double mean(double[] x, int at) {
        return window(at).mapToDouble(i -> x[i]).sum() / PERIOD;
    }

    private static double variation(double[] x, int at) {
        double mean = mean(x, at);
        return window(at).mapToDouble(i -> (x[i] - mean) * (x[i] - mean)).sum();
    }

    private static double covariation(double[] x, int at) {
        double mean = mean(x, at);
        double middle = at - (PERIOD - 1) / 2.0;
        return window(at).mapToDouble(i -> (i - middle) * (x[i] - mean)).sum();
    }

    private static double efficiency(double[] x, int at) {
        return Math.abs(x[at] - x[at - PERIOD])
                / window(at).mapToDouble(i -> Math.abs(x[i] - x[i - 1])).sum();
    }
}
