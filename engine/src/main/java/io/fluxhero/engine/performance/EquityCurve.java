package io.fluxhero.engine.performance;

/**
 * Figures of a series of equity values, one per bar. {@code NaN} is undefined. Formulas: domain specification g.6; the
 * deviation of Sharpe is the sample deviation.
 */
public final class EquityCurve {

    private static final double FLAT = 1e-15;
    private static final double DAYS_PER_YEAR = 365;

    /** The deepest fall: percent at most 0, with the indexes of its peak and trough; -1 for an empty series. */
    public record Drawdown(double percent, double money, int peak, int trough) {}

    private EquityCurve() {}

    /** Relative changes from value to value; 0 where the value before is not above 0. */
    public static double[] returns(double[] equity) {
        double[] returns = new double[Math.max(0, equity.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i] > 0 ? equity[i + 1] / equity[i] - 1 : 0;
        }
        return returns;
    }

    /** Annual excess return over annual sample deviation; undefined below 2 returns or without deviation. */
    public static double sharpe(double[] returns, double riskFree, double periodsPerYear) {
        int n = returns.length;
        if (n < 2) {
            return Double.NaN;
        }
        double mean = mean(returns);
        double squares = 0;
        for (double value : returns) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (n - 1));
        return deviation < FLAT
                ? Double.NaN
                : (mean * periodsPerYear - riskFree) / (deviation * Math.sqrt(periodsPerYear));
    }

    /** Annual excess return over annual downside deviation of all returns; undefined where nothing fell short. */
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
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] > equity[peak]) {
                peak = i;
            }
            double percent = (equity[i] - equity[peak]) / equity[peak] * 100;
            if (percent < deepest.percent()) {
                deepest = new Drawdown(percent, equity[i] - equity[peak], peak, i);
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

    /** Yearly growth by bars over the depth of the deepest fall; undefined without a fall. */
    public static double calmar(double[] equity, double periodsPerYear) {
        double depth = Math.abs(maxDrawdown(equity).percent());
        if (equity.length < 2 || depth == 0 || !(equity[0] > 0)) {
            return Double.NaN;
        }
        double growth = Math.max(0, equity[equity.length - 1] / equity[0]);
        return (StrictMath.pow(growth, periodsPerYear / (equity.length - 1)) - 1) * 100 / depth;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
