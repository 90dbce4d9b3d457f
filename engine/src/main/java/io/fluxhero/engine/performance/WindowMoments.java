package io.fluxhero.engine.performance;

/**
 * Mean and variance of the newest {@code window} values, from two parts: what the window still holds of the last full block
 * of so many values, and the block that has begun since. Each is summed step by step (Welford, 1962), and both are joined as
 * Chan, Golub and LeVeque (1979) do, so that a value is taken twice however long the window is, and equal values have
 * exactly no variance.
 */
final class WindowMoments {

    private final double[] values;
    private final int window;
    /** Of the last full block from a place to its end. */
    private final double[] olderMeans;

    private final double[] olderSquares;
    private int taken;
    private int newer;
    private double mean;
    private double squares;

    WindowMoments(double[] values, int window) {
        this.values = values;
        this.window = window;
        olderMeans = new double[window];
        olderSquares = new double[window];
    }

    /** Takes the next value. Whether the window is full. */
    boolean takeNext() {
        if (newer == window) {
            turn();
        }
        double value = values[taken++];
        double off = value - mean;
        mean += off / ++newer;
        squares += off * (value - mean);
        return taken >= window;
    }

    /** A block is full: the window leaves it from its beginning. */
    private void turn() {
        newer = 0;
        mean = 0;
        squares = 0;
        double olderMean = 0;
        double olderSquare = 0;
        for (int count = 1; count < window; count++) {
            double value = values[taken - count];
            double off = value - olderMean;
            olderMean += off / count;
            olderSquare += off * (value - olderMean);
            olderMeans[window - count] = olderMean;
            olderSquares[window - count] = olderSquare;
        }
    }

    /** Count, mean and variance of a full window; what is higher is not known. */
    Moments moments() {
        double joinedMean = mean;
        double joined = squares;
        int older = window - newer;
        if (older > 0) {
            double apart = olderMeans[newer] - mean;
            joinedMean += apart * older / window;
            joined += olderSquares[newer] + apart * apart * newer * older / window;
        }
        return new Moments(window, joinedMean, joined / window, Double.NaN, Double.NaN);
    }
}
