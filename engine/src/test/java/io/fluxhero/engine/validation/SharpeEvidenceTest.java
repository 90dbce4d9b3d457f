package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.validation.OverfitVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** Against the numbers that are worked out in the papers. */
class SharpeEvidenceTest {

    private static SharpeEvidence evidence(int observations, double sharpe, double skewness, double kurtosis) {
        return new SharpeEvidence(observations, sharpe, skewness, kurtosis);
    }

    /** Bailey and Lopez de Prado (2012), two years of a hedge fund by month: 0.982 falls to 0.913 for its shape. */
    @Test
    void probability_falls_with_bad_skewness_and_fat_tails() {
        assertThat(evidence(24, 0.458, 0, 3).probabilityAbove(0)).isCloseTo(0.981674919, within(1e-9));
        assertThat(evidence(24, 0.458, -2.448, 10.164).probabilityAbove(0)).isCloseTo(0.913361084, within(1e-9));
    }

    /** The same paper, table of minimum track records: 2.73 years by day, 2.83 by week, 3.24 by month. */
    @Test
    void minimum_track_record_is_that_of_the_table() {
        assertThat(record(252, 0, 3)).isCloseTo(2.73, within(0.005));
        assertThat(record(52, 0, 3)).isCloseTo(2.83, within(0.005));
        assertThat(record(12, 0, 3)).isCloseTo(3.24, within(0.005));
        assertThat(record(12, -0.72, 5.78)).isCloseTo(4.99, within(0.005));
    }

    /** Years until a Sharpe ratio of 2 is above 1 with 95 % confidence. */
    private static double record(double perYear, double skewness, double kurtosis) {
        double root = Math.sqrt(perYear);
        return evidence(2, 2 / root, skewness, kurtosis).minimumTrackRecord(1 / root, 0.95) / perYear;
    }

    /** Bailey and Lopez de Prado (2014), section "A numerical example": 100 trials, five years of days. */
    @Test
    void deflates_by_the_trials_as_in_the_example() {
        double variance = 0.5 / 250;
        SharpeEvidence found = evidence(1_250, 2.5 / Math.sqrt(250), -3, 10);

        assertThat(SharpeEvidence.expectedBest(100, variance)).isCloseTo(0.1132, within(5e-5));
        assertThat(found.deflated(100, variance)).isCloseTo(0.9004, within(5e-5));
        assertThat(found.deflated(46, variance)).isCloseTo(0.9505, within(5e-5));
        assertThat(evidence(1_250, 2.5 / Math.sqrt(250), 0, 3).deflated(88, variance))
                .isCloseTo(0.9505, within(5e-5));
    }

    @Test
    void a_single_trial_is_not_deflated() {
        SharpeEvidence found = evidence(500, 0.1, 0, 3);

        assertThat(found.deflated(1, 0.5)).isEqualTo(found.probabilityAbove(0));
    }

    @Test
    void measures_the_returns_less_the_risk_free_rate() {
        SharpeEvidence found = SharpeEvidence.of(new double[] {0.01, 0.02, -0.01, 0.03, 0.01}, 0.002);

        assertThat(found.sharpe()).isCloseTo(0.01 / Math.sqrt(0.00022), within(1e-12));
        assertThat(found.observations()).isEqualTo(5);
        assertThat(found.kurtosis()).isBetween(1.0, 3.0);
        assertThat(SharpeEvidence.of(new double[] {0.01, 0.01}, 0).sharpe()).isNaN();
    }

    @Test
    void no_record_is_long_enough_for_what_is_not_better() {
        assertThat(evidence(500, 0.1, 0, 3).minimumTrackRecord(0.1, 0.95)).isInfinite();
        assertThat(evidence(500, Double.NaN, 0, 3).minimumTrackRecord(0, 0.95)).isNaN();
    }

    @Test
    void the_verdict_counts_trials_and_the_failure_of_the_choice() {
        SharpeEvidence good = evidence(1_250, 2.5 / Math.sqrt(250), -3, 10);
        double variance = 0.5 / 250;

        assertThat(OverfitVerdict.of(good, 1, variance, Double.NaN).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(OverfitVerdict.of(good, 100, variance, Double.NaN).verdict()).isEqualTo(Verdict.LIKELY_OVERFIT);
        assertThat(OverfitVerdict.of(good, 1, variance, 0.5).verdict()).isEqualTo(Verdict.LIKELY_OVERFIT);
        assertThat(OverfitVerdict.of(good, 1, variance, 0.49).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(OverfitVerdict.of(evidence(100, 0.01, 0, 3), 1).verdict()).isEqualTo(Verdict.NOT_PROVEN);
        assertThat(OverfitVerdict.of(evidence(1, Double.NaN, 0, 3), 1).verdict())
                .isEqualTo(Verdict.UNDEFINED);
    }

    @Test
    void a_stated_number_of_trials_is_held_against_chance() {
        OverfitVerdict verdict = OverfitVerdict.of(evidence(1_001, 0.1, 0, 3), 10);

        assertThat(verdict.expectedBest()).isEqualTo(SharpeEvidence.expectedBest(10, 0.001));
        assertThat(verdict.trials()).isEqualTo(10);
        assertThat(verdict.deflatedSharpe()).isLessThan(verdict.probabilisticSharpe());
        assertThat(verdict.minimumTrackRecord()).isBetween(270.0, 273.0);
    }
}
