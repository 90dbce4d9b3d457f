package io.fluxhero.engine.performance;

/**
 * Figures of a series of equity values, one per bar. {@code NaN} is undefined. Formulas: domain specification g.6; the
 * deviation of Sharpe is the sample deviation.
 */
public final class EquityCurve {

    private static final double FLAT = Moments.FLAT;
    private static final double DAYS_PER_YEAR = 365;

    /** The deepest fall: percent at most 0, with the indexes of its peak and trough; -1 for an empty series. */
    public record Drawdown(double percent, double money, int peak, int trough) {}

    private EquityCurve() {}

    /** Relative changes from value to value; 0 where the value before is not above 0. */
    public static double[] returns(double[] equity) {
        double[] returns = new double[Math.max(0, equity.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = returnAt(equity, i);
        }
        return returns;
    }

    /** Relative change from the value at an index to the next one; 0 where the value is not above 0. */
    public static double returnAt(double[] equity, int index) {
        boolean changes = equity[index] > 0 && equity[index + 1] != equity[index];
        return changes ? equity[index + 1] / equity[index] - 1 : 0;
    }

    /**
     * Annual excess return over annual sample deviation: {@code (mean(r) P - f) / (s sqrt(P))}. Sharpe, The Sharpe ratio
     * (1994). Undefined below 2 returns or without deviation.
     */
    public static double sharpe(double[] returns, double riskFree, double periodsPerYear) {
        return sharpe(Moments.of(returns), riskFree, periodsPerYear);
    }

    /** As {@link #sharpe(double[], double, double)}, of returns with these moments. */
    static double sharpe(Moments moments, double riskFree, double periodsPerYear) {
        return sharpe(moments, moments.sampleDeviation(), riskFree, periodsPerYear);
    }

    /**
     * As {@link #sharpe(double[], double, double)} with the population deviation, a little larger: the convention of the seeds, kept where their
     * walk-forward aggregate is compared.
     */
    public static double populationSharpe(double[] returns, double riskFree, double periodsPerYear) {
        Moments moments = Moments.of(returns);
        return sharpe(moments, moments.populationDeviation(), riskFree, periodsPerYear);
    }

    private static double sharpe(Moments moments, double deviation, double riskFree, double periodsPerYear) {
        return moments.count() < 2 || deviation < FLAT
                ? Double.NaN
                : (moments.mean() * periodsPerYear - riskFree) / (deviation * Math.sqrt(periodsPerYear));
    }

    /**
     * Annual excess return over annual downside deviation, the root of the mean of {@code min(r - t / P, 0)²} over all
     * returns. Sortino and Price, Performance measurement in a downside risk framework (1994). Undefined where nothing
     * fell short.
     */
    public static double sortino(double[] returns, double annualTarget, double periodsPerYear) {
        double target = annualTarget / periodsPerYear;
        double squares = 0;
        double excess = 0;
        for (double value : returns) {
            double shortfall = Math.min(value - target, 0);
            squares += shortfall * shortfall;
            excess += value - target;
        }
        double deviation = Math.sqrt(squares / returns.length);
        return returns.length == 0 || deviation < FLAT
                ? Double.NaN
                : excess / returns.length * periodsPerYear / (deviation * Math.sqrt(periodsPerYear));
    }

    /** The deepest fall from a peak, in percent of that peak. */
    public static Drawdown maxDrawdown(double[] equity) {
        if (equity.length == 0) {
            return new Drawdown(0, 0, -1, -1);
        }
        Drawdown deepest = new Drawdown(0, 0, 0, 0);
        int peak = 0;
        double lowest = equity[0];
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] > equity[peak]) {
                peak = i;
                lowest = equity[i];
            } else if (equity[i] < lowest) {
                lowest = equity[i];
                double percent = (lowest - equity[peak]) / equity[peak] * 100;
                if (percent < deepest.percent()) {
                    deepest = new Drawdown(percent, lowest - equity[peak], peak, i);
                }
            }
        }
        return deepest;
    }

    /** Percent a year over calendar days; 0 without days, -100 where all is lost. */
    public static double annualizedReturnPct(double totalReturnPct, double calendarDays) {
        if (calendarDays <= 0) {
            return 0;
        }
        if (totalReturnPct <= -100) {
            return -100;
        }
        return (StrictMath.pow(1 + totalReturnPct / 100, DAYS_PER_YEAR / calendarDays) - 1) * 100;
    }

    /** Yearly growth by bars over the depth of the deepest fall, Young (1991); undefined without a fall. */
    public static double calmar(double[] equity, double periodsPerYear) {
        return calmar(equity, maxDrawdown(equity), periodsPerYear);
    }

    static double calmar(double[] equity, Drawdown deepest, double periodsPerYear) {
        double depth = Math.abs(deepest.percent());
        return depth == 0 ? Double.NaN : growthPct(equity, equity.length - 1, periodsPerYear) / depth;
    }

    /**
     * Compound growth a year by bars: {@code ((end / start)^(P / n) - 1) 100}; -100 where all is lost, undefined without
     * bars or a positive start.
     *
     * @param bars n, from the first value to the last
     */
    public static double growthPct(double[] equity, int bars, double periodsPerYear) {
        if (equity.length < 2 || bars < 1 || !(equity[0] > 0)) {
            return Double.NaN;
        }
        double growth = Math.max(0, equity[equity.length - 1] / equity[0]);
        return (StrictMath.pow(growth, periodsPerYear / bars) - 1) * 100;
    }
}
