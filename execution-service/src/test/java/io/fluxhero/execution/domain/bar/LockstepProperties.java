package io.fluxhero.execution.domain.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.simulation.SimulatedBroker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the order in which candles and decisions arrive: the same fills, bar after bar. */
class LockstepProperties {

    private static final Instant FIRST = Instant.parse("2020-03-02T05:00:00Z");
    private static final int DAYS = 40;
    private static final int ARRIVALS = 60;

    @Test
    void one_symbol_trades_the_same_in_the_same_order_whatever_arrives_first() {
        Market market = new Market(7, List.of("SPX"));
        List<Execution> expected = market.runInOneLoop();
        assertThat(expected).hasSizeGreaterThan(10);

        for (long seed = 0; seed < ARRIVALS; seed++) {
            assertThat(market.runWithArrivals(seed)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void several_symbols_trade_the_same_in_every_bar_whatever_arrives_first(long world) {
        Market market = new Market(world, List.of("GLD", "QQQ", "SPX"));
        List<Execution> expected = market.runInOneLoop();
        assertThat(expected).hasSizeGreaterThan(30);

        for (long seed = 0; seed < ARRIVALS; seed++) {
            List<Execution> fills = market.runWithArrivals(seed);

            assertThat(fills)
                    .as("seed %d: bar after bar", seed)
                    .isSortedAccordingTo(Comparator.comparingLong(Execution::barTime));
            assertThat(bySymbolWithinBars(fills)).as("seed %d", seed).isEqualTo(bySymbolWithinBars(expected));
        }
    }

    private static List<Execution> bySymbolWithinBars(List<Execution> fills) {
        return fills.stream()
                .sorted(Comparator.comparingLong(Execution::barTime).thenComparing(Execution::symbol))
                .toList();
    }

    /** Random bars, a risk that decides by a fixed script, and two ways to bring them together. */
    private static final class Market {

        private final TreeMap<String, List<Bar>> bars = new TreeMap<>();

        Market(long seed, List<String> symbols) {
            for (String symbol : symbols) {
                bars.put(symbol, walk(new Random(seed * 31 + symbol.hashCode()), symbol));
            }
        }

        /** As a backtest does it: all bars of one time, then the decisions. */
        List<Execution> runInOneLoop() {
            Desk desk = new Desk();
            for (int day = 0; day < DAYS; day++) {
                for (Bar bar : at(time(day))) {
                    desk.settle(bar);
                }
                desk.decide(time(day)).forEach(desk.broker::submit);
            }
            return desk.fills;
        }

        /** As the services do it: each candle and each decision arrives when it likes, some of them twice. */
        List<Execution> runWithArrivals(long seed) {
            Random random = new Random(seed);
            Desk desk = new Desk();
            BarsInMemory queue = new BarsInMemory();
            Lockstep lockstep = Lockstep.START;
            Map<String, Integer> next = new TreeMap<>();
            Deque<Object> decisions = new ArrayDeque<>();
            int decidedDays = 0;
            while (decidedDays < DAYS || !decisions.isEmpty()) {
                List<String> open = bars.keySet().stream()
                        .filter(symbol ->
                                next.getOrDefault(symbol, 0) < bars.get(symbol).size())
                        .toList();
                if (!open.isEmpty() && (decisions.isEmpty() || random.nextBoolean())) {
                    String symbol = open.get(random.nextInt(open.size()));
                    int index = next.getOrDefault(symbol, 0);
                    queue.add(bars.get(symbol).get(index));
                    queue.add(bars.get(symbol).get(random.nextInt(index + 1)));
                    next.put(symbol, index + 1);
                } else if (decisions.pollFirst() instanceof Ticket ticket) {
                    desk.broker.submit(ticket);
                } else {
                    lockstep = lockstep.decidedUpTo(desk.lastDecided);
                }
                lockstep = queue.advance(lockstep, passed -> passed.forEach(desk::settle));
                while (decidedDays < DAYS && decisions.isEmpty() && desk.hasSettled(at(time(decidedDays)))) {
                    decisions.addAll(desk.decide(time(decidedDays)));
                    decisions.add("decided");
                    decidedDays++;
                }
            }
            return desk.fills;
        }

        private List<Bar> at(Instant time) {
            return bars.values().stream()
                    .flatMap(List::stream)
                    .filter(bar -> bar.openTime().equals(time))
                    .toList();
        }
    }

    /** Broker and risk of one run. */
    private static final class Desk {

        private final SimulatedBroker broker = new SimulatedBroker(CostModel.defaults());
        private final List<Execution> fills = new ArrayList<>();
        private final TreeMap<String, Execution> held = new TreeMap<>();
        private final Map<String, Double> closes = new TreeMap<>();
        private final Set<String> settled = new HashSet<>();
        private Instant lastDecided = Instant.MIN;

        void settle(Bar bar) {
            assertThat(settled.add(bar.correlationId())).as("passed once").isTrue();
            closes.put(bar.symbol(), bar.close().doubleValue());
            for (BrokerEvent event : broker.onCandle(bar.symbol(), bar.toCandle())) {
                if (event instanceof BrokerEvent.Filled filled) {
                    Execution fill = filled.execution();
                    fills.add(fill);
                    if (fill.intent() == Intent.ENTRY) {
                        held.put(fill.symbol(), fill);
                    } else {
                        held.remove(fill.symbol());
                    }
                }
            }
        }

        boolean hasSettled(List<Bar> wanted) {
            return wanted.stream().allMatch(bar -> settled.contains(bar.correlationId()));
        }

        /** Enters where nothing is held, leaves on every third day. */
        List<Ticket> decide(Instant time) {
            lastDecided = time;
            long day = Duration.between(FIRST, time).toDays();
            List<Ticket> tickets = new ArrayList<>();
            closes.forEach((symbol, close) -> {
                Execution position = held.get(symbol);
                if (position == null) {
                    tickets.add(ticket(symbol, time, Intent.ENTRY, close));
                } else if ((day + symbol.hashCode()) % 3 == 0) {
                    tickets.add(ticket(symbol, time, Intent.EXIT, close));
                }
            });
            return tickets;
        }

        private static Ticket ticket(String symbol, Instant time, Intent intent, double close) {
            long stop = intent == Intent.ENTRY ? (long) (close * 980_000) : 0;
            String id = intent + "-" + symbol + "-" + time;
            return new Ticket(
                    id,
                    null,
                    symbol,
                    time.toEpochMilli(),
                    intent,
                    Side.LONG,
                    null,
                    100,
                    stop,
                    0,
                    Double.NaN,
                    Double.NaN,
                    Long.MAX_VALUE);
        }
    }

    private static Instant time(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }

    /** A random walk. */
    private static List<Bar> walk(Random random, String symbol) {
        List<Bar> bars = new ArrayList<>();
        double price = 100;
        for (int day = 0; day < DAYS; day++) {
            double open = price * (1 + 0.02 * random.nextGaussian());
            price = open * (1 + 0.02 * random.nextGaussian());
            bars.add(new Bar(
                    symbol,
                    "1d",
                    time(day),
                    money(open),
                    money(StrictMath.max(open, price) * 1.01),
                    money(StrictMath.min(open, price) * 0.99),
                    money(price),
                    1_000,
                    "cnd-" + symbol + day,
                    time(day + 1)));
        }
        return bars;
    }

    private static BigDecimal money(double value) {
        return BigDecimal.valueOf(StrictMath.round(value * 100), 2);
    }
}
