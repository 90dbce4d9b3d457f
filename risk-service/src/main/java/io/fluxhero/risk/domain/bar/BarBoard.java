package io.fluxhero.risk.domain.bar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The oldest bar time that something has settled, and what is known of it: whether it may be decided is a question of
 * what arrived, never of the order in which it arrived.
 *
 * @param firstSettledAt wall clock at which the first symbol of this bar time settled
 * @param inputs by symbol
 * @param newestIndicated newest bar that the strategy has answered, by symbol
 */
public record BarBoard(
        Instant barTime, Instant firstSettledAt, Map<String, BarInput> inputs, Map<String, Instant> newestIndicated) {

    public BarBoard {
        inputs = Map.copyOf(inputs);
        newestIndicated = Map.copyOf(newestIndicated);
    }

    /** Whether the bar time may be decided. */
    public sealed interface Standing {

        /** Every watched symbol has said all, or has no bar at this time. */
        record Complete(ReadyBar bar) implements Standing {}

        /** Only symbols of which nothing is known are missing: patience decides. */
        record Overdue(ReadyBar withoutThem, List<String> missing) implements Standing {}

        /** A bar that exists is not whole yet: it is waited for, however long it takes. */
        record Waiting(List<String> unfinished) implements Standing {}
    }

    /** How things stand for those symbols. */
    public Standing standing(SortedSet<String> watched) {
        List<String> unfinished = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String symbol : watched) {
            BarInput input = inputs.get(symbol);
            if (skipped(symbol, input) || (input != null && input.isWhole())) {
                continue;
            }
            (input == null ? missing : unfinished).add(symbol);
        }
        if (!unfinished.isEmpty()) {
            return new Standing.Waiting(unfinished);
        }
        return missing.isEmpty()
                ? new Standing.Complete(ready(watched, false))
                : new Standing.Overdue(ready(watched, true), missing);
    }

    /** What is missing, in words, a sentence for each symbol that is waited for; empty where nothing is. */
    public List<String> missing(SortedSet<String> watched) {
        List<String> missing = new ArrayList<>();
        for (String symbol : watched) {
            BarInput input = inputs.get(symbol);
            if (!skipped(symbol, input) && (input == null || !input.isWhole())) {
                missing.add(symbol + ": " + (input == null ? "nothing of it came" : input.missing()));
            }
        }
        return missing;
    }

    /** The strategy answers bars in order: an answer to a later bar and none to this one means there is none. */
    private boolean skipped(String symbol, @Nullable BarInput input) {
        Instant newest = newestIndicated.get(symbol);
        return (input == null || !input.indicated()) && newest != null && newest.isAfter(barTime);
    }

    private ReadyBar ready(SortedSet<String> watched, boolean waitedInVain) {
        List<BarInput> settled = inputs.values().stream()
                .filter(input -> input.isSettled() && watched.contains(input.symbol()))
                .sorted(Comparator.comparing(BarInput::symbol))
                .toList();
        return new ReadyBar(barTime, settled, waitedInVain);
    }
}
