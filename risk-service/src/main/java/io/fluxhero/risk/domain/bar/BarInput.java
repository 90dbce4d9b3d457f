package io.fluxhero.risk.domain.bar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has arrived of one bar of one symbol.
 *
 * @param close mark price once the broker's side has settled the bar
 * @param indicated whether the strategy has answered this bar
 * @param atr six decimals, {@code NaN} while unknown
 * @param signalIds signals that the strategy's answer lists, exits first
 * @param signals those of them that have arrived
 */
public record BarInput(
        String symbol,
        String timeframe,
        String correlationId,
        OptionalDouble close,
        boolean indicated,
        double atr,
        List<String> signalIds,
        List<ReceivedSignal> signals) {

    public BarInput {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(close, "close");
        signalIds = List.copyOf(signalIds);
        signals = List.copyOf(signals);
    }

    boolean isSettled() {
        return close.isPresent();
    }

    /** Whether nothing more will come. */
    boolean isWhole() {
        return isSettled() && indicated && listedSignals().size() == signalIds.size();
    }

    /** What is waited for, in words; only to be asked while it is not whole. */
    String missing() {
        List<String> missing = new ArrayList<>();
        if (!isSettled()) {
            missing.add("the broker's side is not through with it");
        }
        if (!indicated) {
            missing.add("the strategy has not answered it");
        }
        Set<String> here = signals.stream().map(ReceivedSignal::signalId).collect(Collectors.toSet());
        signalIds.stream()
                .filter(id -> !here.contains(id))
                .forEach(id -> missing.add("signal " + id + " has not come"));
        return String.join(", ", missing);
    }

    /** The signals that the strategy listed, in its order; what it did not list does not count. */
    public List<ReceivedSignal> listedSignals() {
        return signalIds.stream()
                .flatMap(id ->
                        signals.stream().filter(signal -> signal.signalId().equals(id)))
                .toList();
    }
}
