package io.fluxhero.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmedRegimesTest {

    private static final double[] ADX = {Double.NaN, 0.0 / Double.parseDouble("0"), 10, 19.9, 20, 22, 25, 25.1, 60};
    private static final double[] R_SQUARED = {Double.NaN, 0, 0.3, 0.4, 0.5, 0.6, 0.61, 0.9};

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 65, 512, 2_000})
    void gives_what_the_detector_gives_in_pieces_of_any_length(int piece) {
        SplittableRandom random = new SplittableRandom(piece);
        double[] adx = new double[2_000];
        double[] rSquared = new double[2_000];
        for (int i = 0; i < adx.length; i++) {
            boolean stays = i > 0 && random.nextInt(3) > 0;
            adx[i] = stays ? adx[i - 1] : ADX[random.nextInt(ADX.length)];
            rSquared[i] = stays ? rSquared[i - 1] : R_SQUARED[random.nextInt(R_SQUARED.length)];
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
