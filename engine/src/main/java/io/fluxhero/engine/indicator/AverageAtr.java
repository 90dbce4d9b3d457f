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

    /** Takes the values from index {@code from} to before {@code to}, those before them being known, and writes the means. */
    void update(double[] atrs, int from, int to, double[] out) {
        int i = from;
        for (; i < to && Double.isNaN(atrs[i]); i++) {
            out[i] = Double.NaN;
        }
        average.update(atrs, i, to, out);
    }
}
