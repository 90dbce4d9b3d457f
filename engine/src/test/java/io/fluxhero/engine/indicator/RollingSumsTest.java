package io.fluxhero.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A few values so large that their rounding stays in a running sum after they have left it. In bulk, trust in such a sum is
 * checked once for each stretch between fresh sums: the large values stand within one.
 */
class RollingSumsTest {

    private static final int VALUES = 400;
    private static final int PERIOD = 20;
    private static final int LARGE_FROM = 150;
    private static final int LARGE_TO = 153;
    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final double[] X = IntStream.range(0, VALUES)
            .mapToDouble(i -> i >= LARGE_FROM && i < LARGE_TO ? 1e12 + i / 3.0 : 100 + i % 7 * 0.013)
            .toArray();

    @Test
    void a_mean_is_that_of_its_window_although_large_values_went_through() {
        double[] means = new double[VALUES];
        new Sma(PERIOD).update(X, 0, VALUES, means);
        Sma single = new Sma(PERIOD);

        for (int i = 0; i < VALUES; i++) {
            single.update(X[i]);
            assertThat(means[i]).as("value %d", i).isEqualTo(Double.valueOf(single.value()));
            if (isOrdinary(i)) {
                assertThat(means[i]).as("value %d", i).isCloseTo(mean(i), ROUNDING);
            }
        }
    }

    @Test
    void moments_are_those_of_their_window_although_large_values_went_through() {
        double[] means = new double[VALUES];
        double[] variations = new double[VALUES];
        double[] covariations = new double[VALUES];
        new Moments(PERIOD).update(X, 0, VALUES, means, variations, covariations, 0);
        Moments single = new Moments(PERIOD);

        for (int i = 0; i < VALUES; i++) {
            single.update(X, i);
            assertThat(new double[] {means[i], variations[i], covariations[i]})
                    .as("value %d", i)
                    .isEqualTo(new double[] {single.mean(), single.variation(), single.covariation()});
            if (isOrdinary(i)) {
                assertThat(means[i]).as("value %d", i).isCloseTo(mean(i), ROUNDING);
                assertThat(variations[i]).as("value %d", i).isCloseTo(variation(i), ROUNDING);
                assertThat(covariations[i]).as("value %d", i).isCloseTo(covariation(i), ROUNDING);
            }
        }
    }

    @Test
    void an_efficiency_is_that_of_its_window_although_large_values_went_through() {
        double[] ratios = new double[VALUES];
        new EfficiencyRatio(PERIOD).update(X, 0, VALUES, ratios, 0);
        EfficiencyRatio single = new EfficiencyRatio(PERIOD);

        for (int i = 0; i < VALUES; i++) {
            single.update(X[i]);
            assertThat(ratios[i]).as("value %d", i).isEqualTo(Double.valueOf(single.value()));
            if (isOrdinary(i)) {
                assertThat(ratios[i]).as("value %d", i).isCloseTo(efficiency(i), ROUNDING);
            }
        }
    }

    /** Whether the window that ends here is full, without a large value in it or just before it. */
    private static boolean isOrdinary(int at) {
        return at > PERIOD && (at < LARGE_FROM || at - PERIOD >= LARGE_TO);
    }

    private static IntStream window(int at) {
        return IntStream.rangeClosed(at - PERIOD + 1, at);
    }

    private static double mean(int at) {
        return window(at).mapToDouble(i -> X[i]).sum() / PERIOD;
    }

    private static double variation(int at) {
        double mean = mean(at);
        return window(at).mapToDouble(i -> (X[i] - mean) * (X[i] - mean)).sum();
    }

    private static double covariation(int at) {
        double mean = mean(at);
        double middle = at - (PERIOD - 1) / 2.0;
        return window(at).mapToDouble(i -> (i - middle) * (X[i] - mean)).sum();
    }

    private static double efficiency(int at) {
        return Math.abs(X[at] - X[at - PERIOD])
                / window(at).mapToDouble(i -> Math.abs(X[i] - X[i - 1])).sum();
    }
}
