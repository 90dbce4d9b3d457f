package io.fluxhero.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.simulation.SimulatedBroker;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for any sequence of markets, signals and a person's interventions. */
class AccountProperties {

    private static final List<Mode> MODES = List.of(Mode.values());

    private static final int RUNS = 20;
    private static final int BARS = 250;
    private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG");
    private static final RiskConfig CONFIG = RiskConfig.defaults();

    /** A market, an account and a broker that live through random bars; everything follows from the seed. */
    private static final class World {

        private final SplittableRandom random;
        private final double[] prices;
        private final boolean restarts;
        private Portfolio portfolio = Portfolio.starting(CONFIG, Given.IDS, Micros.of(100_000));
        private SimulatedBroker broker = new SimulatedBroker(CostModel.defaults());
        private final List<String> log = new ArrayList<>();

        World(long seed, boolean restarts) {
            random = new SplittableRandom(seed);
            prices = random.doubles(SYMBOLS.size(), 5, 500).toArray();
            this.restarts = restarts;
        }

        void step(long time) {
            List<SettledBar> bars = new ArrayList<>();
            for (int s = 0; s < SYMBOLS.size(); s++) {
                Candle candle = nextCandle(s, time);
                if (random.nextInt(20) > 0) {
                    report(broker.onCandle(SYMBOLS.get(s), candle));
                    bars.add(settled(SYMBOLS.get(s), candle));
                }
            }
            carryOut(portfolio.onBars(time, time / 3, bars));
            intervene(time);
            if (restarts) {
                portfolio = Portfolio.restored(CONFIG, Given.IDS, portfolio.state());
                broker = new SimulatedBroker(CostModel.defaults(), broker.working());
            }
        }

        private Candle nextCandle(int s, long time) {
            double open = prices[s] * (1 + (random.nextDouble() - 0.5) * 0.06);
            double close = open * (1 + (random.nextDouble() - 0.5) * 0.12);
            double high = Math.max(open, close) * (1 + random.nextDouble() * 0.03);
            double low = Math.min(open, close) * (1 - random.nextDouble() * 0.03);
            prices[s] = Math.clamp(close, 1, 5_000);
            return new Candle(time, open, high, low, close, random.nextInt(2_000));
        }

        private SettledBar settled(String symbol, Candle candle) {
            Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
            Mode mode = MODES.get(random.nextInt(MODES.size()));
            List<SettledBar.Identified> signals = new ArrayList<>();
            double close = Micros.round(candle.close());
            String id = symbol + candle.openTime();
            if (random.nextInt(4) == 0) {
                signals.add(new SettledBar.Identified(id + "x", Given.anExit(mode, side, close)));
            }
            if (random.nextInt(3) == 0) {
                double distance = random.nextDouble(-0.01, 0.12);
                Signal entry = Given.anEntry(mode, side, close, Micros.round(close * (1 - side.sign() * distance)));
                signals.add(new SettledBar.Identified(id + "e", entry));
            }
            return new SettledBar(symbol, close, Micros.round(close * 0.03), signals);
        }

        private void intervene(long time) {
            switch (random.nextInt(60)) {
                case 0 -> carryOut(portfolio.halt("MANUAL", "a test", random.nextBoolean(), "req" + time, time));
                case 1 -> carryOut(portfolio.close(SYMBOLS.get(random.nextInt(SYMBOLS.size())), "req" + time, time));
                case 2, 3, 4, 5 -> carryOut(portfolio.resume("a test"));
                default -> {}
            }
        }

        private void report(List<BrokerEvent> events) {
            for (BrokerEvent event : events) {
                log.add(event.toString());
                switch (event) {
                    case BrokerEvent.Filled filled -> carryOut(portfolio.onExecution(filled.execution()));
                    case BrokerEvent.Cancelled cancelled -> portfolio.onOrderEnded(cancelled.orderId());
                    case BrokerEvent.Accepted accepted -> {}
                }
            }
        }

        private void carryOut(List<Decision> decisions) {
            for (Decision decision : decisions) {
                log.add(decision.toString());
                switch (decision) {
                    case Decision.Approved approved -> report(broker.submit(approved.ticket()));
                    case Decision.Cancel cancel -> report(broker.cancel(cancel.orderId(), cancel.reason()));
                    case Decision.StopMoved moved -> broker.moveStop(moved.entryOrderId(), moved.stopMicros());
                    default -> {}
                }
            }
        }
    }

    @Test
    void the_books_add_up_after_every_bar() {
        int fills = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            World world = new World(seed, false);
            for (long time = 1; time <= BARS; time++) {
                world.step(time);
                booksAddUp(world.portfolio, "seed " + seed + " bar " + time);
            }
            fills += (int)
                    world.log.stream().filter(line -> line.startsWith("Filled")).count();
        }
        assertThat(fills).as("the worlds must trade for this to mean anything").isGreaterThan(1_000);
    }

    private static void booksAddUp(Portfolio portfolio, String where) {
        AccountState state = portfolio.state();
        long open = 0;
        for (AccountState.Position held : state.positions()) {
            open += held.gainMicros(state.marksMicros().get(held.symbol())) - held.entryCommissionMicros();
        }
        assertThat(portfolio.equityMicros() - state.initialCashMicros())
                .as(where)
                .isEqualTo(state.realizedMicros() + open);
    }

    @Test
    void entries_never_break_a_limit() {
        for (long seed = 1; seed <= RUNS; seed++) {
            World world = new World(seed, false);
            for (long time = 1; time <= BARS; time++) {
                world.step(time);
                limitsHold(world.portfolio, time, "seed " + seed + " bar " + time);
            }
        }
    }

    private static void limitsHold(Portfolio portfolio, long time, String where) {
        AccountState state = portfolio.state();
        List<Ticket> entries = state.pending().stream()
                .filter(ticket -> ticket.intent() == Intent.ENTRY)
                .toList();
        assertThat(state.positions().size() + entries.size()).as(where).isLessThanOrEqualTo(5);
        long reserved = 0;
        for (Ticket entry : entries) {
            long price = state.marksMicros().get(entry.symbol());
            reserved += entry.shares() * price;
            assertThat(entry.shares()).as(where).isPositive();
            assertThat(entry.side().sign() * (price - entry.stopMicros()))
                    .as(where)
                    .isPositive();
        }
        if (entries.stream().anyMatch(entry -> entry.decidedAt() == time)) {
            assertThat(portfolio.exposureMicros() + reserved)
                    .as(where)
                    .isLessThanOrEqualTo(portfolio.equityMicros() / 2 + 1);
        }
    }

    @Test
    void an_account_and_a_broker_restored_after_every_bar_do_what_uninterrupted_ones_do() {
        for (long seed = 1; seed <= RUNS; seed++) {
            World through = new World(seed, false);
            World restarted = new World(seed, true);
            for (long time = 1; time <= BARS; time++) {
                through.step(time);
                restarted.step(time);
            }
            assertThat(restarted.log).as("seed " + seed).isEqualTo(through.log);
            assertThat(restarted.portfolio.state()).as("seed " + seed).isEqualTo(through.portfolio.state());
        }
    }
}
