package io.fluxhero.engine.validation;

import io.fluxhero.engine.performance.EquityCurve;
import java.util.Arrays;
import java.util.List;

/**
 * Several curves, each of which begins where the one before ended, as one. Returns are chained, so a window that was run
 * with other capital counts by its percentages; the value at a junction stands there once.
 *
 * @param equity money; begins with the initial value
 */
public record StitchedEquity(double[] equity) {

    /** Fraction of the windows that must make money, exceeded strictly. */
    public static final double PASS_THRESHOLD = 0.6;

    /**
     * Of curves.
     *
     * @param curves each with its own start as the first value
     */
    public static StitchedEquity of(double initial, List<double[]> curves) {
        double[] joined = new double
                [1
                        + curves.stream()
                                .mapToInt(curve -> Math.max(0, curve.length - 1))
                                .sum()];
        joined[0] = initial;
        int at = 0;
        for (double[] curve : curves) {
            double scale = curve.length == 0 ? 1 : joined[at] / curve[0];
            for (int i = 1; i < curve.length; i++) {
                joined[++at] = curve[i] * scale;
            }
        }
        return new StitchedEquity(joined);
    }

    /** The last value. */
    public double finalEquity() {
        return equity[equity.length - 1];
    }

    /** Percent from the first to the last value. */
    public double totalReturnPct() {
        return (finalEquity() / equity[0] - 1) * 100;
    }

    /** Percent, at most 0. */
    public double maxDrawdownPct() {
        return EquityCurve.maxDrawdown(equity).percent();
    }

    /** See {@link EquityCurve#sharpe}. */
    public double sharpe(double riskFree, double periodsPerYear) {
        return EquityCurve.sharpe(EquityCurve.returns(equity), riskFree, periodsPerYear);
    }

    /** See {@link EquityCurve#populationSharpe}. */
    public double populationSharpe(double riskFree, double periodsPerYear) {
        return EquityCurve.populationSharpe(EquityCurve.returns(equity), riskFree, periodsPerYear);
    }

    /** Percent a curve made from its first to its last value. */
    public static double returnPct(double initial, double last) {
        return (last / initial - 1) * 100;
    }

    /** Fraction of the windows that made money; 0 without windows. */
    public static double passRate(int profitable, int windows) {
        return windows == 0 ? 0 : profitable / (double) windows;
    }

    /** Whether a pass rate is above the threshold. */
    public static boolean passes(double passRate, double threshold) {
        return passRate > threshold;
    }

    /** The values without the first: one for each tested bar. */
    public double[] atTestedBars() {
        return Arrays.copyOfRange(equity, 1, equity.length);
    }
}
