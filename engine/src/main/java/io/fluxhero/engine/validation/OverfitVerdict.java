package io.fluxhero.engine.validation;

/**
 * Whether a result is more than luck and selection. Ratios are per bar; {@code NaN} is undefined.
 *
 * @param verdict in one word
 * @param observations returns seen
 * @param trials configurations tried before this one was shown, itself included
 * @param probabilisticSharpe probability that the true Sharpe ratio is above 0
 * @param expectedBest best ratio that the trials would have shown without any skill
 * @param deflatedSharpe probability that the true ratio is above that
 * @param minimumTrackRecord returns needed to call the ratio positive with 95 % confidence; infinite where it is not
 * @param overfitProbability see {@link BacktestOverfitting}; undefined for a single run
 */
public record OverfitVerdict(
        Verdict verdict,
        int observations,
        int trials,
        double probabilisticSharpe,
        double expectedBest,
        double deflatedSharpe,
        double minimumTrackRecord,
        double overfitProbability) {

    /** Confidence that is asked for. */
    public static final double CONFIDENCE = 0.95;

    /** From this probability of over-fitting on, the choice of the best run says nothing. */
    public static final double OVERFIT_FROM = 0.5;

    /** In one word. */
    public enum Verdict {
        /** The deflated ratio reaches the confidence and the choice holds out of sample. */
        SUPPORTED,
        /** Above 0 with confidence, but no longer once the trials are counted, or the choice fails out of sample. */
        LIKELY_OVERFIT,
        /** Not above 0 with confidence, whatever was tried. */
        NOT_PROVEN,
        /** Too little data, or no variation. */
        UNDEFINED
    }

    /**
     * Of one run among stated trials. The variance between the trials is not known then; what chance alone gives to a run
     * without skill, {@code 1 / (T - 1)}, stands for it.
     */
    public static OverfitVerdict of(SharpeEvidence evidence, int trials) {
        return of(evidence, trials, 1.0 / (evidence.observations() - 1), Double.NaN);
    }

    /**
     * Of the chosen run of a set.
     *
     * @param variance of the ratios of the set, per bar
     * @param overfitProbability of the set, {@code NaN} where it is not known
     */
    public static OverfitVerdict of(SharpeEvidence evidence, int trials, double variance, double overfitProbability) {
        double probabilistic = evidence.probabilityAbove(0);
        double deflated = evidence.deflated(trials, variance);
        return new OverfitVerdict(
                verdict(probabilistic, deflated, overfitProbability),
                evidence.observations(),
                trials,
                probabilistic,
                SharpeEvidence.expectedBest(trials, variance),
                deflated,
                evidence.minimumTrackRecord(0, CONFIDENCE),
                overfitProbability);
    }

    private static Verdict verdict(double probabilistic, double deflated, double overfitProbability) {
        if (Double.isNaN(probabilistic) || Double.isNaN(deflated)) {
            return Verdict.UNDEFINED;
        }
        if (probabilistic < CONFIDENCE) {
            return Verdict.NOT_PROVEN;
        }
        return deflated < CONFIDENCE || overfitProbability >= OVERFIT_FROM ? Verdict.LIKELY_OVERFIT : Verdict.SUPPORTED;
    }
}
