package io.fluxhero.engine.risk;

/** The highest equity so far, and how far below it the account stands. Money in micros. */
public final class EquityPeak {

    private long peak;

    /** Begins at this equity. */
    public EquityPeak(long equityMicros) {
        peak = equityMicros;
    }

    /** Takes the equity of a close. */
    public void see(long equityMicros) {
        peak = Math.max(peak, equityMicros);
    }

    /** Begins anew at this equity: what was lost before is accepted. */
    void reset(long equityMicros) {
        peak = equityMicros;
    }

    /** The highest equity so far. */
    public long micros() {
        return peak;
    }

    /** Fraction of the peak that is lost at this equity; below 0 above the peak. */
    public double drawdown(long equityMicros) {
        return peak <= 0 ? 0 : (peak - equityMicros) / (double) peak;
    }
}
