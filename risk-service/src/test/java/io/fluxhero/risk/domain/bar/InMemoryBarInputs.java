package io.fluxhero.risk.domain.bar;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The port in memory: same meaning as the tables, so that rules can be tried by the thousand. */
final class InMemoryBarInputs implements BarInputs {

    private final TreeMap<Instant, Map<String, BarInput>> bars = new TreeMap<>();
    private final Map<Instant, Instant> firstSettledAt = new HashMap<>();
    private final Map<String, ReceivedSignal> signals = new HashMap<>();

    @Override
    public void settled(Bar bar, double close, Instant now) {
        BarInput known = known(bar);
        put(bar, OptionalDouble.of(close), known.indicated(), known.atr(), known.signalIds());
        firstSettledAt.putIfAbsent(bar.barTime(), now);
    }

    @Override
    public void indicated(Bar bar, double atr, List<String> signalIds) {
        put(bar, known(bar).close(), true, atr, signalIds);
    }

    @Override
    public void signalled(ReceivedSignal signal) {
        signals.putIfAbsent(signal.signalId(), signal);
    }

    @Override
    public boolean anySettled() {
        return !firstSettledAt.isEmpty();
    }

    @Override
    public Optional<BarBoard> oldestSettled() {
        return firstSettledAt.keySet().stream().min(Instant::compareTo).map(this::board);
    }

    @Override
    public Optional<ReceivedSignal> signal(String signalId) {
        return Optional.ofNullable(signals.get(signalId));
    }

    @Override
    public List<ReceivedSignal> signals(@Nullable Instant after, Instant upTo) {
        return signals.values().stream()
                .filter(signal -> (after == null || signal.barTime().isAfter(after))
                        && !signal.barTime().isAfter(upTo))
                .sorted(Comparator.comparing(ReceivedSignal::barTime).thenComparing(ReceivedSignal::signalId))
                .toList();
    }

    @Override
    public void forgetUpTo(Instant barTime) {
        bars.headMap(barTime, true).clear();
        firstSettledAt.keySet().removeIf(time -> !time.isAfter(barTime));
    }

    private BarBoard board(Instant barTime) {
        Map<String, BarInput> inputs = new HashMap<>();
        bars.get(barTime).forEach((symbol, input) -> inputs.put(symbol, withSignals(input)));
        Map<String, Instant> newest = new HashMap<>();
        bars.forEach((time, row) -> row.values().stream()
                .filter(BarInput::indicated)
                .forEach(input -> newest.merge(input.symbol(), time, (a, b) -> a.isAfter(b) ? a : b)));
        return new BarBoard(barTime, firstSettledAt.get(barTime), inputs, newest);
    }

    private BarInput withSignals(BarInput input) {
        List<ReceivedSignal> arrived =
                input.signalIds().stream().flatMap(id -> signal(id).stream()).toList();
        return new BarInput(
                input.symbol(),
                input.timeframe(),
                input.correlationId(),
                input.close(),
                input.indicated(),
                input.atr(),
                input.signalIds(),
                arrived);
    }

    private BarInput known(Bar bar) {
        BarInput known = bars.getOrDefault(bar.barTime(), Map.of()).get(bar.symbol());
        return known != null
                ? known
                : new BarInput(
                        bar.symbol(),
                        bar.timeframe(),
                        bar.correlationId(),
                        OptionalDouble.empty(),
                        false,
                        Double.NaN,
                        List.of(),
                        List.of());
    }

    private void put(Bar bar, OptionalDouble close, boolean indicated, double atr, List<String> signalIds) {
        bars.computeIfAbsent(bar.barTime(), time -> new HashMap<>())
                .put(
                        bar.symbol(),
                        new BarInput(
                                bar.symbol(),
                                bar.timeframe(),
                                bar.correlationId(),
                                close,
                                indicated,
                                atr,
                                signalIds,
                                List.of()));
    }
}
