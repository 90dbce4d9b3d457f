package io.fluxhero.engine.regime;

import org.jspecify.annotations.Nullable;

/** Believes a regime once it was seen on so many bars in a row. */
public final class RegimeConfirmation {

    private final int bars;
    private Regime current;
    private @Nullable Regime last;
    private int run;
    private int duration;

    /**
     * @param bars equal bars in a row that confirm
     * @param initial what is believed until then
     */
    public RegimeConfirmation(int bars, Regime initial) {
        this.bars = bars;
        this.current = initial;
    }

    /** Takes the raw regime of the next bar and gives the confirmed one. */
    public Regime update(Regime raw) {
        if (raw == last) {
            run++;
        } else {
            run = 1;
            last = raw;
        }
        if (run >= bars && raw != current) {
            current = raw;
            duration = 0;
        }
        duration++;
        return current;
    }

    /** The confirmed regime. */
    public Regime current() {
        return current;
    }

    /** Bars for which the confirmed regime has lasted, the newest included. */
    public int duration() {
        return duration;
    }
}
