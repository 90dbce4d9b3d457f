package io.fluxhero.engine.indicator;

/** Simple moving average: the mean of the last {@code period} values, known from the {@code period}-th on. */
public final class Sma {

    private final Window window;

    public Sma(int period) {
        this.window = new Window(period);
    }

    /** Takes the next value. */
    public void update(double x) {
        window.add(x);
    }

    /** The mean, or {@code NaN} while fewer than {@code period} values were seen. */
    public double value() {
        return window.isFull() ? window.mean() : Double.NaN;
    }
}
