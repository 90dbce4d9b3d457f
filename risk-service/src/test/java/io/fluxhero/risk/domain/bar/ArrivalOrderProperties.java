package io.fluxhero.risk.domain.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.risk.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the order in which the topics deliver (each symbol's messages in order within a topic, settlement in
 * lock-step with the decisions), the account decides the same.
 */
class ArrivalOrderProperties {

    private static final List<String> WATCHED = List.of("DIA", "IWM", "QQQ", "SPY");
    private static final int BAR_TIMES = 30;
    private static final int INTERLEAVINGS = 12;
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L, 5L, 8L, 13L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_interleaving_of_the_topics_gives_the_same_decisions(long seed) {
        Market market = Market.random(new Random(seed));
        List<String> expected = new Run(market, new Random(seed)).decisions();

        assertThat(expected)
                .anyMatch(line -> line.startsWith("Approved"))
                .anyMatch(line -> line.startsWith("Denied"))
                .anyMatch(line -> line.startsWith("StopMoved"));
        for (int i = 1; i <= INTERLEAVINGS; i++) {
            long order = seed * 1_000 + i;
            assertThat(new Run(market, new Random(order)).decisions())
                    .as("market seed %d, order seed %d", seed, order)
                    .isEqualTo(expected);
        }
    }

    /** One bar of one symbol with what the strategy says of it. */
    private record Quote(String symbol, Instant time, double close, List<ReceivedSignal> signals) {}

    /** Bars with holes in them; only the last bar time has every symbol. */
    private record Market(TreeMap<Instant, List<Quote>> bars) {

        static Market random(Random random) {
            TreeMap<Instant, List<Quote>> bars = new TreeMap<>();
            double[] closes = random.doubles(WATCHED.size(), 50, 200).toArray();
            for (int t = 0; t < BAR_TIMES; t++) {
                Instant time = Bars.MONDAY.plus(Duration.ofDays(t));
                List<Quote> quotes = new ArrayList<>();
                for (int s = 0; s < WATCHED.size(); s++) {
                    closes[s] = Micros.round(closes[s] * (1 + 0.02 * random.nextGaussian()));
                    if (t == BAR_TIMES - 1 || random.nextInt(8) > 0) {
                        quotes.add(quote(WATCHED.get(s), time, closes[s], random));
                    }
                }
                bars.put(time, quotes);
            }
            bars.values().removeIf(List::isEmpty);
            return new Market(bars);
        }

        private static Quote quote(String symbol, Instant time, double close, Random random) {
            List<ReceivedSignal> signals = new ArrayList<>();
            if (random.nextInt(6) == 0) {
                signals.add(Bars.signal("exit-" + symbol + time, symbol, time, Bars.longExit(close)));
            }
            if (random.nextInt(3) == 0) {
                double stop = Micros.round(close * (random.nextInt(10) == 0 ? 1.02 : 0.95));
                signals.add(Bars.signal("entry-" + symbol + time, symbol, time, Bars.longEntry(close, stop)));
            }
            return new Quote(symbol, time, close, signals);
        }
    }

    /** The topics, the broker's side and the account, in one random order of arrival. */
    private static final class Run {

        private final InMemoryBarInputs inputs = new InMemoryBarInputs();
        private final BarSequence sequence = new BarSequence(inputs, new TreeSet<>(WATCHED), Duration.ofDays(1));
        private final Portfolio portfolio =
                Portfolio.starting(RiskConfig.defaults(), (cause, leg) -> cause + "/" + leg, 100_000 * Micros.ONE);
        private final List<Deque<Runnable>> partitions = new ArrayList<>();
        private final Deque<List<Quote>> unsettled;
        private final Deque<Runnable> fills = new ArrayDeque<>();
        private final List<Ticket> working = new ArrayList<>();
        private final List<String> decided = new ArrayList<>();
        private final Random order;

        Run(Market market, Random order) {
            this.order = order;
            unsettled = new ArrayDeque<>(market.bars().values());
            for (String symbol : WATCHED) {
                Deque<Runnable> indicators = new ArrayDeque<>();
                Deque<Runnable> signals = new ArrayDeque<>();
                market.bars().values().stream()
                        .flatMap(List::stream)
                        .filter(quote -> quote.symbol().equals(symbol))
                        .forEach(quote -> {
                            indicators.add(() -> inputs.indicated(bar(quote), 2.0, ids(quote)));
                            quote.signals().forEach(signal -> signals.add(() -> inputs.signalled(signal)));
                        });
                partitions.add(indicators);
                partitions.add(signals);
            }
            partitions.add(fills);
            settleNext();
        }

        List<String> decisions() {
            while (partitions.stream().anyMatch(partition -> !partition.isEmpty())) {
                Deque<Runnable> partition = partitions.get(order.nextInt(partitions.size()));
                if (!partition.isEmpty()) {
                    partition.removeFirst().run();
                    decideWhatIsReady();
                }
            }
            assertThat(unsettled).as("every bar time was decided").isEmpty();
            return decided;
        }

        private void settleNext() {
            if (unsettled.isEmpty()) {
                return;
            }
            for (Quote quote : unsettled.removeFirst()) {
                fills.add(() -> fillWorking(quote));
                fills.add(() -> inputs.settled(bar(quote), quote.close(), NOW));
            }
        }

        private void fillWorking(Quote quote) {
            for (Ticket ticket : List.copyOf(working)) {
                if (ticket.symbol().equals(quote.symbol())) {
                    working.remove(ticket);
                    portfolio.onExecution(new Execution(
                            ticket.orderId(),
                            entryOrderOf(ticket),
                            ticket.symbol(),
                            quote.time().toEpochMilli(),
                            ticket.intent(),
                            ticket.side(),
                            ticket.shares(),
                            Micros.of(quote.close()),
                            Micros.of(1.0),
                            0));
                }
            }
        }

        private String entryOrderOf(Ticket ticket) {
            return portfolio.state().positions().stream()
                    .filter(position -> position.symbol().equals(ticket.symbol()))
                    .map(position -> position.entryOrderId())
                    .findFirst()
                    .orElse(ticket.orderId());
        }

        private void decideWhatIsReady() {
            Optional<ReadyBar> ready = sequence.next(NOW);
            while (ready.isPresent()) {
                decide(ready.get());
                settleNext();
                ready = sequence.next(NOW);
            }
        }

        private void decide(ReadyBar bar) {
            List<SettledBar> bars = bar.inputs().stream()
                    .map(input -> new SettledBar(
                            input.symbol(),
                            input.close().orElseThrow(),
                            input.atr(),
                            input.listedSignals().stream()
                                    .map(signal -> new SettledBar.Identified(signal.signalId(), signal.signal()))
                                    .toList()))
                    .toList();
            long time = bar.barTime().toEpochMilli();
            for (Decision decision : portfolio.onBars(time, bar.barTime().getEpochSecond() / 86_400, bars)) {
                decided.add(decision.toString());
                if (decision instanceof Decision.Approved approved) {
                    working.add(approved.ticket());
                } else if (decision instanceof Decision.Cancel cancel) {
                    working.removeIf(ticket -> ticket.orderId().equals(cancel.orderId()));
                    portfolio.onOrderEnded(cancel.orderId());
                }
            }
            inputs.forgetUpTo(bar.barTime());
            decided.add("decided " + bar.barTime() + " " + portfolio.equityMicros());
        }

        private static BarInputs.Bar bar(Quote quote) {
            return Bars.bar(quote.symbol(), quote.time());
        }

        private static List<String> ids(Quote quote) {
            return quote.signals().stream().map(ReceivedSignal::signalId).toList();
        }
    }
}
