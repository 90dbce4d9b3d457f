package io.fluxhero.risk.domain.bar;

import java.time.Instant;
import java.util.List;

/**
 * A bar time that may be decided.
 *
 * @param inputs of the symbols that have this bar, sorted by symbol
 * @param waitedInVain whether the grace period ended the wait for a symbol
 */
public record ReadyBar(Instant barTime, List<BarInput> inputs, boolean waitedInVain) {

    public ReadyBar {
        inputs = List.copyOf(inputs);
    }

    /** Whether the strategy's answer lists this signal. */
    public boolean lists(ReceivedSignal signal) {
        return inputs.stream().anyMatch(input -> input.signalIds().contains(signal.signalId()));
    }

    /** The cause that decisions about the account as a whole follow from: the first symbol's candle. */
    public String correlationId() {
        return inputs.stream().findFirst().map(BarInput::correlationId).orElseGet(barTime::toString);
    }

    /** The cause that decisions about {@code symbol} follow from. */
    public String correlationId(String symbol) {
        return inputs.stream()
                .filter(input -> input.symbol().equals(symbol))
                .map(BarInput::correlationId)
                .findFirst()
                .orElseGet(this::correlationId);
    }
}
