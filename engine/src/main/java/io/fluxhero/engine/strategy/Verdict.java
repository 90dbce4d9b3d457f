package io.fluxhero.engine.strategy;

/**
 * The one answer to one bar: the signal, or the first gate that said no.
 *
 * @param gate who answered
 * @param detail in words
 * @param value what was measured, {@code NaN} where nothing was
 * @param threshold what it was measured against, {@code NaN} where nothing was
 */
public record Verdict(Gate gate, String detail, double value, double threshold) {

    /** In the order they are asked. */
    public enum Gate {
        SIGNAL,
        WARM_UP,
        REGIME,
        ENTRY_RULE,
        NOISE_FILTER
    }

    /** No entry: this was measured, and it is not what the entry rule asks for. */
    public static Verdict missing(String detail, double value, double threshold) {
        return new Verdict(Gate.ENTRY_RULE, detail, value, threshold);
    }

    /** No entry: only {@code bars} of the bars that are needed were seen. */
    public static Verdict warmingUp(int bars, int needed) {
        return new Verdict(Gate.WARM_UP, "the first bars are only watched", bars, needed);
    }

    /** The signal. */
    public static Verdict of(Signal signal) {
        double stop = signal instanceof Signal.Entry entry ? entry.stop() : Double.NaN;
        return new Verdict(Gate.SIGNAL, signal.explanation().trigger(), signal.price(), stop);
    }
}
