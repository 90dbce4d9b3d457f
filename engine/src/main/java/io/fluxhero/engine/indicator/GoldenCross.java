package io.fluxhero.engine.indicator;

/** The crossings of a fast golden average (10, 2, 15, 7) through a slow one (20, 4, 30, 14). Experimental. */
public final class GoldenCross {

    private final GoldenEma fast = new GoldenEma(10, 2, 15, 7);
    private final GoldenEma slow = new GoldenEma(20, 4, 30, 14);
    private double previous = Double.NaN;
    private int signal;

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        fast.update(high, low, close);
        slow.update(high, low, close);
        double distance = fast.value() - slow.value();
        boolean isUp = previous <= 0 && distance > 0;
        boolean isDown = previous >= 0 && distance < 0;
        signal = isUp ? 1 : isDown ? -1 : 0;
        previous = distance;
    }

    /** 1 where the fast average crossed upwards at the newest bar, -1 where downwards, else 0. */
    public int signal() {
        return signal;
    }

    /** The fast average, price units. */
    public double fast() {
        return fast.value();
    }

    /** The slow average, price units. */
    public double slow() {
        return slow.value();
    }
}
