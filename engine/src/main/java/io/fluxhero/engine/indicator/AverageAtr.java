package io.fluxhero.engine.indicator;

/** Mean of the last {@code period} known values of an ATR; unknown ones are passed over, a part window is unknown. */
public final class AverageAtr {

    private final Sma average;

    public AverageAtr(int period) {
        this.average = new Sma(period);
    }

    /** Takes the ATR of the next bar, {@code NaN} while it is unknown. */
    public void update(double atr) {
        if (!Double.isNaN(atr)) {
            average.update(atr);
        }
    }

    /** Price units; {@code NaN} while fewer than {@code period} known values were seen. */
    public double value() {
        return average.value();
    }
}
