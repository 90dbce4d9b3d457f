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
}
