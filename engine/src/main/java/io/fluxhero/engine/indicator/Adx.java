package io.fluxhero.engine.indicator;

/**
 * Average directional movement index and its two indicators, Wilder (1978), with Wilder averages throughout. Without
 * range or without movement the indicators and DX are 0. The indicators are known after {@code period + 1} bars, the
 * index after {@code 2 * period}.
 */
public final class Adx {

    private static final double FULL = 100;

    private final DirectionalMovement movement = new DirectionalMovement();
    private final WilderAverage plusAverage;
    private final WilderAverage minusAverage;
    private final Atr range;
    private final WilderAverage index;
    private boolean started;

    public Adx(int period) {
        this.plusAverage = new WilderAverage(period);
        this.minusAverage = new WilderAverage(period);
        this.range = new Atr(period);
        this.index = new WilderAverage(period);
    }

    /** Takes the next bar. */
    public void update(double high, double low, double close) {
        movement.update(high, low);
        range.update(high, low, close);
        if (started) {
            plusAverage.update(movement.plus());
            minusAverage.update(movement.minus());
        }
        started = true;
        if (!Double.isNaN(range.value())) {
            index.update(directionalIndex());
        }
    }

    /** 0 to 100; {@code NaN} while fewer than {@code 2 * period} bars were seen. */
    public double value() {
        return index.value();
    }

    /** Positive directional indicator, 0 to 100. */
    public double plusDi() {
        return indicator(plusAverage);
    }

    /** Negative directional indicator, 0 to 100. */
    public double minusDi() {
        return indicator(minusAverage);
    }

    private double indicator(WilderAverage average) {
        return range.value() == 0 ? 0 : FULL * average.value() / range.value();
    }

    private double directionalIndex() {
        double sum = plusDi() + minusDi();
        return sum == 0 ? 0 : FULL * StrictMath.abs(plusDi() - minusDi()) / sum;
    }
}
