package io.fluxhero.engine.indicator;

/** Bollinger's bands: the mean of {@code period} values and {@code width} population deviations to either side. */
public final class BollingerBands {

    private final Window window;
    private final double width;
    private double middle = Double.NaN;
    private double reach = Double.NaN;

    public BollingerBands(int period, double width) {
        this.window = new Window(period);
        this.width = width;
    }

    /** Takes the next value. */
    public void update(double x) {
        window.add(x);
        if (!window.isFull()) {
            return;
        }
        middle = window.mean();
        double squares = 0;
        for (int i = 0; i < window.size(); i++) {
            double deviation = window.get(i) - middle;
            squares += deviation * deviation;
        }
        reach = width * StrictMath.sqrt(squares / window.size());
    }

    /** {@code NaN} while fewer than {@code period} values were seen, like the other two. */
    public double upper() {
        return middle + reach;
    }

    /** The mean. */
    public double middle() {
        return middle;
    }

    /** The mean less the width. */
    public double lower() {
        return middle - reach;
    }
}
