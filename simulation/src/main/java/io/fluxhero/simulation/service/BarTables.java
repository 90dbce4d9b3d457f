package io.fluxhero.simulation.service;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.risk.domain.bar.BarBoard;
import io.fluxhero.risk.domain.bar.BarInput;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.bar.ReceivedSignal;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Parts of bars that risk has not decided yet, and every signal. */
final class BarTables implements BarInputs {

    private record Key(Instant barTime, String symbol) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = barTime.compareTo(other.barTime);
            return byTime == 0 ? symbol.compareTo(other.symbol) : byTime;
        }
    }

    private record Part(
            Bar bar,
            OptionalDouble close,
            @Nullable Instant settledAt,
            boolean indicated,
            double atr,
            List<String> signalIds) {}

    private final Rows<Key, Part> parts;
    private final Rows<String, ReceivedSignal> signals;

    BarTables(Database database) {
        parts = new Rows<>(database);
        signals = new Rows<>(database);
    }

    /** Whether a bar waits, for those who look on. */
    boolean anyWaits() {
        return parts.view().values().stream().anyMatch(part -> part.close().isPresent());
    }

    @Override
    public void settled(Bar bar, double close, Instant now) {
        Key key = new Key(bar.barTime(), bar.symbol());
        Part was = parts.get(key);
        OptionalDouble price = OptionalDouble.of(rounded(close));
        parts.put(
                key,
                was == null
                        ? new Part(bar, price, now, false, Double.NaN, List.of())
                        : new Part(was.bar(), price, now, was.indicated(), was.atr(), was.signalIds()));
    }

    @Override
    public void indicated(Bar bar, double atr, List<String> signalIds) {
        Key key = new Key(bar.barTime(), bar.symbol());
        Part was = parts.get(key);
        parts.put(
                key,
                was == null
                        ? new Part(bar, OptionalDouble.empty(), null, true, rounded(atr), signalIds)
                        : new Part(was.bar(), was.close(), was.settledAt(), true, rounded(atr), signalIds));
    }

    @Override
    public void signalled(ReceivedSignal signal) {
        signals.add(signal.signalId(), signal);
    }

    @Override
    public boolean anySettled() {
        return parts.all().stream().anyMatch(part -> part.close().isPresent());
    }

    @Override
    public Optional<BarBoard> oldestSettled() {
        Instant oldest = null;
        Instant firstSettled = null;
        Map<String, BarInput> inputs = new HashMap<>();
        Map<String, Instant> newest = new HashMap<>();
        for (Part part : parts.all()) {
            if (oldest == null && part.close().isPresent()) {
                oldest = part.bar().barTime();
            }
            if (part.indicated()) {
                newest.put(part.bar().symbol(), part.bar().barTime());
            }
        }
        if (oldest == null) {
            return Optional.empty();
        }
        for (Part part : parts.all()) {
            if (part.bar().barTime().equals(oldest)) {
                inputs.put(part.bar().symbol(), input(part));
                Instant at = part.settledAt();
                if (at != null && (firstSettled == null || at.isBefore(firstSettled))) {
                    firstSettled = at;
                }
            }
        }
        inputs.values().stream().filter(input -> input.indicated()).forEach(input -> newest.remove(input.symbol()));
        return Optional.of(new BarBoard(oldest, firstSettled == null ? oldest : firstSettled, inputs, newest));
    }

    @Override
    public Optional<ReceivedSignal> signal(String signalId) {
        return Optional.ofNullable(signals.get(signalId));
    }

    @Override
    public List<ReceivedSignal> signals(@Nullable Instant after, Instant upTo) {
        return signals.all().stream()
                .filter(signal -> (after == null || signal.barTime().isAfter(after))
                        && !signal.barTime().isAfter(upTo))
                .sorted(Comparator.comparing(ReceivedSignal::barTime).thenComparing(ReceivedSignal::signalId))
                .toList();
    }

    @Override
    public void forgetUpTo(Instant barTime) {
        List<Key> decided = new ArrayList<>();
        for (Key key : parts.view().keySet()) {
            if (key.barTime().isAfter(barTime)) {
                break;
            }
            decided.add(key);
        }
        decided.forEach(parts::remove);
    }

    private BarInput input(Part part) {
        List<ReceivedSignal> received = new ArrayList<>();
        for (String id : part.signalIds()) {
            ReceivedSignal signal = signals.get(id);
            if (signal != null) {
                received.add(signal);
            }
        }
        Bar bar = part.bar();
        return new BarInput(
                bar.symbol(),
                bar.timeframe(),
                bar.correlationId(),
                part.close(),
                part.indicated(),
                part.atr(),
                part.signalIds(),
                received);
    }

    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Micros.toDouble(Micros.of(value));
    }
}
