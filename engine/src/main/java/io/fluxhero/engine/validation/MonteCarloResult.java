package io.fluxhero.engine.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the paths say together. Values are money, probabilities fractions of the paths; percentiles as in
 * {@link Percentiles}; {@code NaN} where no path was done.
 *
 * @param paths done
 * @param requested asked for; more than were done where it was cancelled
 * @param deviation sample deviation of the final values
 * @param medianDrawdownPct of the deepest fall of each path, at most 0
 * @param worstDrawdownPct the fall that only one path in twenty exceeds, at most 0
 * @param profitProbability of ending above the start
 * @param doubleProbability of ending at twice the start or more
 * @param loss10Probability of ending more than 10 % below the start
 * @param goalProbability of reaching the goal before going bust
 * @param bustProbability of going bust before reaching the goal
 */
public record MonteCarloResult(
        int paths,
        int requested,
        double mean,
        double median,
        double deviation,
        double p5,
        double p25,
        double p75,
        double p95,
        double medianDrawdownPct,
        double worstDrawdownPct,
        double profitProbability,
        double doubleProbability,
        double loss10Probability,
        double loss20Probability,
        double loss50Probability,
        double goalProbability,
        double bustProbability) {

    private static final double LOSS_10 = 0.9;
    private static final double LOSS_20 = 0.8;
    private static final double LOSS_50 = 0.5;

    static MonteCarloResult of(MonteCarloPlan plan, @Nullable PathOutcome[] outcomes) {
        List<PathOutcome> done =
                Arrays.stream(outcomes).filter(Objects::nonNull).toList();
        double[] values = done.stream().mapToDouble(PathOutcome::finalValue).toArray();
        Percentiles finals = Percentiles.of(values);
        Percentiles falls = Percentiles.of(
                done.stream().mapToDouble(PathOutcome::maxDrawdownPct).toArray());
        double start = plan.initial();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return new MonteCarloResult(
                done.size(),
                plan.paths(),
                mean,
                finals.at(0.5),
                deviation(values, mean),
                finals.at(0.05),
                finals.at(0.25),
                finals.at(0.75),
                finals.at(0.95),
                falls.at(0.5),
                falls.at(0.05),
                share(done, path -> path.finalValue() > start),
                share(done, path -> path.finalValue() >= 2 * start),
                share(done, path -> path.finalValue() < LOSS_10 * start),
                share(done, path -> path.finalValue() < LOSS_20 * start),
                share(done, path -> path.finalValue() < LOSS_50 * start),
                share(done, PathOutcome::reachedGoal),
                share(done, PathOutcome::wentBust));
    }

    private static double share(List<PathOutcome> done, Predicate<PathOutcome> claim) {
        return done.isEmpty() ? Double.NaN : done.stream().filter(claim).count() / (double) done.size();
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }
}
