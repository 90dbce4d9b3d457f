package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmedRegimesTest {

    private static final double[] ADX = {10, 19.9, 20, 22, 25, 25.1, 60, Double.NaN, 0.0 / Double.parseDouble("0")};
    private static final double[] R_SQUARED = {0, 0.3, 0.4, 0.5, 0.6, 0.61, 0.9, Double.NaN};

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 65, 512, 2_000})
    void gives_what_the_detector_gives_in_pieces_of_any_length(int piece) {
        compare(piece, ADX.length - 2, R_SQUARED.length - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 65, 512, 2_000})
    void what_is_unknown_is_neutral_wherever_it_stands(int piece) {
        compare(piece, ADX.length, R_SQUARED.length);
    }

    /** Of the first so many values of each. */
    private static void compare(int piece, int directions, int fits) {
        SplittableRandom random = new SplittableRandom(piece);
        double[] adx = new double[2_000];
        double[] rSquared = new double[2_000];
        for (int i = 0; i < adx.length; i++) {
            boolean stays = i > 0 && random.nextInt(3) > 0;
            adx[i] = stays ? adx[i - 1] : ADX[random.nextInt(directions)];
            rSquared[i] = stays ? rSquared[i - 1] : R_SQUARED[random.nextInt(fits)];
        }
        ConfirmedRegimes regimes = new ConfirmedRegimes(adx.length);
        for (int from = 0; from < adx.length; from += piece) {
            regimes.update(adx, rSquared, from, Math.min(adx.length, from + piece));
        }

        RegimeDetector detector = new RegimeDetector();
        for (int i = 0; i < adx.length; i++) {
            detector.update(adx[i], rSquared[i]);
            assertThat(regimes.at(i)).as("bar %d", i).isEqualTo(detector.regime());
            assertThat(regimes.lastingAt(i)).as("bar %d", i).isEqualTo(detector.regimeBars());
            for (Regime regime : Regime.values()) {
                assertThat(regimes.in(regime, i / 64) >>> i & 1).isEqualTo(regime == detector.regime() ? 1 : 0);
            }
        }
    }
}
