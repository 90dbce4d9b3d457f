package io.fluxhero.engine.regime;

/** Classifies each bar and confirms over three; neutral until something else is confirmed. */
public final class RegimeDetector {

    /** Equal bars in a row that confirm. */
    static final int CONFIRMING_BARS = 3;

    private final RegimeConfirmation confirmation = new RegimeConfirmation(CONFIRMING_BARS, Regime.NEUTRAL);
    private Regime raw = Regime.NEUTRAL;

    /** Takes the measures of the next bar, {@code NaN} while unknown. */
    public void update(double adx, double rSquared) {
        raw = Regime.classify(adx, rSquared);
        confirmation.update(raw);
    }

    /** The confirmed regime. */
    public Regime regime() {
        return confirmation.current();
    }

    /** The regime of the newest bar alone. */
    public Regime rawRegime() {
        return raw;
    }

    /** Bars for which the confirmed regime has lasted. */
    public int regimeBars() {
        return confirmation.duration();
    }
}
