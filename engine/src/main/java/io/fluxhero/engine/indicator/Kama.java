package io.fluxhero.engine.indicator;

/**
 * Kaufman's adaptive moving average: fast in trends, slow in noise. {@code KAMA += sc * (x - KAMA)} with
 * {@code sc = (er * (fast - slow) + slow)^2}, seeded with the value before the first output, as in TA-Lib. A window in
 * which nothing moves counts as efficient here, also as in TA-Lib, so the average settles on a still price.
 *
 * <p>Regime-aware, the constant before squaring is drawn towards the fast one above an efficiency of
 * {@value #TRENDING}, and towards the slow one below {@value #CHOPPY}, the more so the farther.
 */
public final class Kama {

    /** Above this efficiency a market trends. */
    public static final double TRENDING = 0.6;
    /** Below this efficiency a market is choppy. */
    public static final double CHOPPY = 0.3;

    private final int efficiencyPeriod;
    private final double fast;
    private final double slow;
    private final boolean regimeAware;
    private final EfficiencyRatio efficiency;
    private final Tail tail;
    private double value = Double.NaN;

    /**
     * @param efficiencyPeriod changes over which efficiency is measured
     * @param fast period of the fastest exponential average
     * @param slow period of the slowest
     */
    public Kama(int efficiencyPeriod, int fast, int slow) {
        this(efficiencyPeriod, fast, slow, false);
    }

    /** @param regimeAware whether trends are followed faster and noise slower than plain */
    public Kama(int efficiencyPeriod, int fast, int slow, boolean regimeAware) {
        this.efficiencyPeriod = efficiencyPeriod;
        this.fast = constant(fast);
        this.slow = constant(slow);
        this.regimeAware = regimeAware;
        this.efficiency = new EfficiencyRatio(efficiencyPeriod);
        this.tail = new Tail(efficiencyPeriod + 2);
    }

    /** Takes the next value. */
    public void update(double x) {
        update(tail.values(), tail.append(x));
    }

    /** Price units; {@code NaN} while fewer than {@code efficiencyPeriod + 1} values were seen. */
    public double value() {
        return value;
    }

    /** The efficiency ratio that this average moves by, 0 where nothing moved. */
    public double efficiencyRatio() {
        return efficiency.value();
    }

    /** Takes the value at an index, those before it being known. */
    void update(double[] x, int at) {
        efficiency.update(x, at);
        double ratio = efficiency.value();
        if (!Double.isNaN(ratio)) {
            double from = Double.isNaN(value) ? x[at - 1] : value;
            value = Smoothing.step(weight(x, at, ratio), from, x[at]);
        }
    }

    EfficiencyRatio efficiency() {
        return efficiency;
    }

    boolean isSeeded() {
        return !Double.isNaN(value);
    }

    void moveTo(double average) {
        value = average;
    }

    /** The weight of the value at an index, whose efficiency ratio is this. */
    double weight(double[] x, int at, double ratio) {
        double er = ratio == 0 && isStill(x, at) ? 1 : ratio;
        double constant = Math.fma(er, fast - slow, slow);
        double biased = regimeAware ? biased(constant, er) : constant;
        return biased * biased;
    }

    private boolean isStill(double[] x, int at) {
        for (int i = at - efficiencyPeriod; i < at; i++) {
            if (x[i] != x[at]) {
                return false;
            }
        }
        return true;
    }

    private double biased(double constant, double er) {
        double towardsFast = StrictMath.max(0, (er - TRENDING) / (1 - TRENDING));
        double towardsSlow = StrictMath.max(0, (CHOPPY - er) / CHOPPY);
        return constant + towardsFast * (fast - constant) + towardsSlow * (slow - constant);
    }

    private static double constant(int period) {
        return 2.0 / (period + 1);
    }

    /** {@code (er * (2/(fast+1) - 2/(slow+1)) + 2/(slow+1))^2}. */
    public static double smoothingConstant(double efficiencyRatio, int fast, int slow) {
        double lazy = constant(slow);
        double root = Math.fma(efficiencyRatio, constant(fast) - lazy, lazy);
        return root * root;
    }
}
