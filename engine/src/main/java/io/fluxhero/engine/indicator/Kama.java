package io.fluxhero.engine.indicator;

/**
 * Kaufman's adaptive moving average: fast in trends, slow in noise. {@code KAMA += sc * (x - KAMA)} with
 * {@code sc = (er * (fast - slow) + slow)^2}, seeded with the value before the first output, as in TA-Lib. A window in
 * which nothing moves counts as efficient here, also as in TA-Lib, so the average settles on a still price.
 */
public final class Kama {

    private final EfficiencyRatio efficiency;
    private final int fast;
    private final int slow;
    private double previous = Double.NaN;
    private double value = Double.NaN;

    /**
     * @param efficiencyPeriod changes over which efficiency is measured
     * @param fast period of the fastest exponential average
     * @param slow period of the slowest
     */
    public Kama(int efficiencyPeriod, int fast, int slow) {
        this.efficiency = new EfficiencyRatio(efficiencyPeriod);
        this.fast = fast;
        this.slow = slow;
    }

    /** Takes the next value. */
    public void update(double x) {
        efficiency.update(x);
        double ratio = efficiency.isStill() ? 1 : efficiency.value();
        if (!Double.isNaN(ratio)) {
            double from = Double.isNaN(value) ? previous : value;
            value = from + smoothingConstant(ratio, fast, slow) * (x - from);
        }
        previous = x;
    }

    /** Price units; {@code NaN} while fewer than {@code efficiencyPeriod + 1} values were seen. */
    public double value() {
        return value;
    }

    /** The efficiency ratio that this average moves by, 0 where nothing moved. */
    public double efficiencyRatio() {
        return efficiency.value();
    }

    /** {@code (er * (2/(fast+1) - 2/(slow+1)) + 2/(slow+1))^2}. */
    public static double smoothingConstant(double efficiencyRatio, int fast, int slow) {
        double quick = 2.0 / (fast + 1);
        double lazy = 2.0 / (slow + 1);
        double constant = efficiencyRatio * (quick - lazy) + lazy;
        return constant * constant;
    }
}
