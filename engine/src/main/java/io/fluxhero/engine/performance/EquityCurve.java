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
            returns[i] = change(equity[i], equity[i + 1]);
        }
        return returns;
    }

    /** Relative change from one value to the next; 0 where the first is not above 0. */
    static double change(double from, double to) {
        return from > 0 && to != from ? to / from - 1 : 0;
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
        return sortino(returns, returns.length, annualTarget, periodsPerYear);
    }

    /** The same of {@code count} returns of which some or all that are 0 may be left out. */
    static double sortino(double[] returns, int count, double annualTarget, double periodsPerYear) {
        double target = annualTarget / periodsPerYear;
        double squares = 0;
        double excess = 0;
        int others = 0;
        for (double value : returns) {
            if (value != 0) {
                double shortfall = Math.min(value - target, 0);
                squares += shortfall * shortfall;
                excess += value - target;
                others++;
            }
        }
        double zeros = count - others;
        double shortfall = Math.min(-target, 0);
        double deviation = Math.sqrt((squares + zeros * (shortfall * shortfall)) / count);
        return count == 0 || deviation < FLAT
                ? Double.NaN
                : (excess - zeros * target) / count * periodsPerYear / (deviation * Math.sqrt(periodsPerYear));
    }

    /** The deepest fall from a peak, in percent of that peak. */
    public static Drawdown maxDrawdown(double[] equity) {
        return EquitySteps.of(equity).maxDrawdown();
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
        EquitySteps steps = EquitySteps.of(equity);
        return calmar(steps, steps.maxDrawdown(), periodsPerYear);
    }

    static double calmar(EquitySteps equity, Drawdown deepest, double periodsPerYear) {
        double depth = Math.abs(deepest.percent());
        return depth == 0
                ? Double.NaN
                : growthPct(equity.first(), equity.last(), equity.size() - 1, periodsPerYear) / depth;
    }

    /**
     * Compound growth a year by bars: {@code ((end / start)^(P / n) - 1) 100}; -100 where all is lost, undefined without
     * bars or a positive start.
     *
     * @param bars n, from the first value to the last
     */
    public static double growthPct(double[] equity, int bars, double periodsPerYear) {
        return equity.length < 2 ? Double.NaN : growthPct(equity[0], equity[equity.length - 1], bars, periodsPerYear);
    }

    private static double growthPct(double start, double end, int bars, double periodsPerYear) {
        if (bars < 1 || !(start > 0)) {
            return Double.NaN;
        }
        return (StrictMath.pow(Math.max(0, end / start), periodsPerYear / bars) - 1) * 100;
    }
}
