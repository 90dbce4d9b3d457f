package io.fluxhero.contracts.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one answer of the strategy to one bar: the signal, or the first gate that said no.
 *
 * @param gate {@code SIGNAL}, {@code WARM_UP}, {@code REGIME}, {@code ENTRY_RULE}, {@code NOISE_FILTER}, ...
 * @param detail in words
 * @param value what was measured
 * @param threshold what it was measured against
 * @param signalIds signals of this bar, exits first; empty where none
 */
public record Verdict(
        String gate,
        String detail,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        List<String> signalIds) {

    public Verdict {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(signalIds, "signalIds");
        signalIds = List.copyOf(signalIds);
    }
}
