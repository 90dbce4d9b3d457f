package io.fluxhero.engine.indicator;

/**
 * Kaufman's efficiency ratio: the net move over {@code period} changes, divided by the path walked. 1 is a straight
 * line, 0 goes nowhere; a path of length 0 goes nowhere. Known after {@code period} changes.
 */
public final class EfficiencyRatio {

    private final Window window;
    private boolean still;
    private double value = Double.NaN;

    public EfficiencyRatio(int period) {
        this.window = new Window(period + 1);
    }

    /** Takes the next value. */
    public void update(double x) {
        window.add(x);
        if (!window.isFull()) {
            return;
        }
        double path = 0;
        for (int i = 1; i < window.size(); i++) {
            path += StrictMath.abs(window.get(i) - window.get(i - 1));
        }
        still = path == 0;
        value = still ? 0 : StrictMath.min(1, StrictMath.abs(x - window.get(0)) / path);
    }

    /** 0 to 1; {@code NaN} while fewer than {@code period + 1} values were seen. */
    public double value() {
        return value;
    }

    /** Whether nothing moved at all in the window. */
    boolean isStill() {
        return still;
    }
}
