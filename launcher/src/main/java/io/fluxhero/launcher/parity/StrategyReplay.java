package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gives every recorded candle to a new strategy and compares what it says: indicators, verdict, signals. */
final class StrategyReplay {

    private final StrategyConfig config;
    private final SignalWords words;
    private final Past past;
    private final Map<String, Recorded<IndicatorMessage>> indicators = new HashMap<>();
    private final Map<String, Recorded<SignalMessage>> signals = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, Instant> answeredUpTo = new HashMap<>();
    private final Window window;
    private long verdicts;
    private long signalsCompared;

    /** Candles that a strategy took in silently before the first one that was published. */
    interface Past {
        List<Candle> before(String symbol, Timeframe timeframe, Instant openTime) throws CannotCheck;
    }

    StrategyReplay(StrategyConfig config, String configHash, Past past, Window window) {
        this.config = config;
        this.words = new SignalWords(configHash);
        this.past = past;
        this.window = window;
    }

    long verdicts() {
        return verdicts;
    }

    long signals() {
        return signalsCompared;
    }

    /** The earliest difference. */
    Optional<Difference> compare(Recording recording) throws CannotCheck {
        recording.signals().forEach(signal -> signals.put(signal.id(), signal));
        for (Recorded<IndicatorMessage> recorded : recording.indicators()) {
            if (recorded.message() instanceof IndicatorsUpdated answer) {
                indicators.put(recorded.id(), recorded);
                answeredUpTo.merge(keyOf(answer.symbol(), answer.timeframe()), answer.barTime(), StrategyReplay::later);
            }
        }
        Map<String, Map<Instant, Recorded<CandleClosed>>> series = new TreeMap<>();
        recording.candles().forEach(candle -> {
            if (candle.message() instanceof CandleClosed closed) {
                series.computeIfAbsent(keyOf(closed.symbol(), closed.timeframe()), key -> new LinkedHashMap<>())
                        .putIfAbsent(closed.openTime(), new Recorded<>(closed, candle.place(), candle.sentAt()));
            }
        });
        Stream.Builder<Difference> found = Stream.builder();
        for (Map<Instant, Recorded<CandleClosed>> candles : series.values()) {
            compare(List.copyOf(candles.values())).ifPresent(found);
        }
        return Stream.concat(found.build(), neverGiven()).min(Comparator.comparing(Difference::barTime));
    }

    private Optional<Difference> compare(List<Recorded<CandleClosed>> candles) throws CannotCheck {
        CandleClosed first = candles.getFirst().message();
        Timeframe timeframe = Timeframe.parse(first.timeframe());
        DualMode strategy = new DualMode(config, timeframe);
        for (Candle candle : past.before(first.symbol(), timeframe, first.openTime())) {
            strategy.onCandle(candle);
        }
        Instant last = Instant.MIN;
        Instant answered = answeredUpTo.getOrDefault(keyOf(first.symbol(), first.timeframe()), Instant.MIN);
        for (Recorded<CandleClosed> candle : candles) {
            CandleClosed bar = candle.message();
            if (bar.openTime().isAfter(answered)) {
                break;
            }
            if (bar.openTime().isAfter(last)) {
                last = bar.openTime();
                Optional<Difference> difference = compare(candle, strategy.onCandle(candleOf(bar)));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> compare(Recorded<CandleClosed> candle, BarOutcome outcome) {
        CandleClosed bar = candle.message();
        List<SignalMessage> said = words.signals(bar, outcome);
        said.forEach(signal -> given.add(signal.meta().messageId()));
        if (!window.holds(bar.openTime())) {
            return Optional.empty();
        }
        for (SignalMessage signal : said) {
            Recorded<SignalMessage> recorded = signals.get(signal.meta().messageId());
            if (recorded == null) {
                return Optional.of(new Difference(
                        bar.openTime(), "signal", "itself", "(none)", Fields.inWords(signal), candle.place()));
            }
            signalsCompared++;
            Optional<Difference> difference =
                    Fields.firstDifference("signal in " + bar.symbol(), bar.openTime(), recorded, signal);
            if (difference.isPresent()) {
                return difference;
            }
        }
        IndicatorsUpdated again = words.indicators(bar, outcome, said);
        Recorded<IndicatorMessage> recorded = indicators.get(again.meta().messageId());
        if (recorded == null) {
            return Optional.of(new Difference(
                    bar.openTime(),
                    "verdict in " + bar.symbol(),
                    "itself",
                    "(none)",
                    Fields.inWords(again),
                    candle.place()));
        }
        verdicts++;
        return Fields.firstDifference("verdict in " + bar.symbol(), bar.openTime(), recorded, again);
    }

    private Stream<Difference> neverGiven() {
        return signals.values().stream()
                .filter(signal -> !given.contains(signal.id()))
                .filter(signal -> window.holds(HeardSignal.barTimeOf(signal.message())))
                .filter(signal -> !HeardSignal.barTimeOf(signal.message())
                        .isAfter(answeredUpTo.getOrDefault(
                                keyOf(signal.message().symbol(), HeardSignal.timeframeOf(signal.message())),
                                Instant.MIN)))
                .map(signal -> new Difference(
                        HeardSignal.barTimeOf(signal.message()),
                        "signal in " + signal.message().symbol(),
                        "itself",
                        Fields.inWords(signal.message()),
                        "(none)",
                        signal.place()));
    }

    private static String keyOf(String symbol, String timeframe) {
        return symbol + " " + timeframe;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Candle candleOf(CandleClosed bar) {
        return new Candle(
                bar.openTime().toEpochMilli(),
                bar.open().doubleValue(),
                bar.high().doubleValue(),
                bar.low().doubleValue(),
                bar.close().doubleValue(),
                bar.volume());
    }
}
