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
                case 6, 7, 8, 9 -> carryOut(portfolio.enter(anyEntry(), "req" + time, time));
                case 10, 11 -> carryOut(anyReduction("req" + time, time));
                case 12 -> carryOut(portfolio.cancelAll());
                case 13 -> portfolio.onExternal("XXX", random.nextInt(3) * 50L, Micros.of(100));
                default -> {}
            }
        }

        private PersonalEntry anyEntry() {
            int s = random.nextInt(SYMBOLS.size());
            Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
            double price = prices[s] * random.nextDouble(0.95, 1.05);
            double stop = prices[s] * (1 - side.sign() * random.nextDouble(-0.01, 0.12));
            OrderTerms terms = switch (random.nextInt(4)) {
                case 0 -> OrderTerms.MARKET;
                case 1 -> OrderTerms.limit(Micros.of(Micros.round(price)));
                case 2 -> OrderTerms.stop(Micros.of(Micros.round(price)));
                default -> OrderTerms.stopLimit(Micros.of(Micros.round(price)), Micros.of(Micros.round(price * 1.01)));
            };
            long shares = random.nextLong(-1, 1 + (long) (12_000 / prices[s]));
            return new PersonalEntry(SYMBOLS.get(s), side, shares, terms, Micros.of(Micros.round(stop)), 0);
        }

        private List<Decision> anyReduction(String cause, long time) {
            List<AccountState.Position> held = portfolio.state().positions();
            if (held.isEmpty()) {
                return List.of();
            }
            AccountState.Position position = held.get(random.nextInt(held.size()));
            long shares = random.nextLong(0, position.shares() + 3);
            OrderTerms terms = random.nextBoolean()
                    ? OrderTerms.MARKET
                    : OrderTerms.limit(Micros.of(Micros.round(Micros.toDouble(position.averagePriceMicros()) * 1.02)));
            return portfolio.reduce(position.symbol(), position.side(), shares, terms, cause, time);
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
            limitsHold(portfolio, decisions);
            for (Decision decision : decisions) {
                log.add(decision.toString());
                switch (decision) {
                    case Decision.Approved approved -> report(broker.submit(approved.ticket()));
                    case Decision.Cancel cancel -> report(broker.cancel(cancel.orderId(), cancel.reason()));
                    case Decision.StopMoved moved ->
                        broker.moveStop(moved.symbol(), moved.entryOrderId(), moved.stopMicros());
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
    void entries_never_break_a_limit_whoever_wants_them() {
        int denied = 0;
        int personal = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            World world = new World(seed, false);
            for (long time = 1; time <= BARS; time++) {
                world.step(time);
            }
            denied += (int) world.log.stream()
                    .filter(line -> line.startsWith("Denied[signalId=null"))
                    .count();
            personal += (int) world.log.stream()
                    .filter(line -> line.startsWith("Approved[ticket=Ticket[orderId=req") && line.contains("ENTRY"))
                    .count();
        }
        assertThat(denied).as("persons must be denied something").isGreaterThan(50);
        assertThat(personal).as("and be allowed something").isGreaterThan(20);
    }

    /** At the moment of a decision that opens a position: with everything that is out and what is not ours. */
    private static void limitsHold(Portfolio portfolio, List<Decision> decisions) {
        List<Decision.Approved> approved = decisions.stream()
                .filter(Decision.Approved.class::isInstance)
                .map(Decision.Approved.class::cast)
                .filter(decision -> decision.ticket().intent() == Intent.ENTRY)
                .toList();
        List<Ticket> opened = approved.stream().map(Decision.Approved::ticket).toList();
        if (opened.isEmpty()) {
            return;
        }
        AccountState state = portfolio.state();
        long equity = portfolio.equityMicros();
        double factor = CONFIG.sizeFactor(state.status());
        assertThat(factor).as("trading is allowed").isPositive();
        for (Ticket entry : opened) {
            long price = entry.terms().referenceMicros(state.marksMicros().get(entry.symbol()));
            long distance = entry.side().sign() * (price - entry.stopMicros());
            assertThat(entry.shares()).isPositive();
            assertThat(distance).as("the stop is on the losing side").isPositive();
            assertThat(entry.shares() * price).isLessThanOrEqualTo((long) (equity * 0.20 * factor) + 1);
            assertThat(entry.shares() * distance).isLessThanOrEqualTo((long) (equity * 0.01 * factor) + 1);
        }
        List<Ticket> pending = state.pending().stream()
                .filter(ticket -> ticket.intent() == Intent.ENTRY)
                .toList();
        long reserved = pending.stream()
                .mapToLong(ticket -> ticket.shares()
                        * ticket.terms().referenceMicros(state.marksMicros().get(ticket.symbol())))
                .sum();
        assertThat(state.positions().size() + pending.size() + state.externals().size())
                .isLessThanOrEqualTo(5);
        assertThat(portfolio.exposureMicros() + reserved + portfolio.externalExposureMicros())
                .isLessThanOrEqualTo(equity / 2 + 1);
        onRecord(portfolio, approved, reserved);
    }

    /** What each decision says of the limits is what the account comes to with it. */
    private static void onRecord(Portfolio portfolio, List<Decision.Approved> approved, long reserved) {
        AccountState state = portfolio.state();
        long exposure = portfolio.exposureMicros() + portfolio.externalExposureMicros() + reserved;
        long bound = state.positions().size()
                + state.externals().size()
                + state.pending().stream()
                        .filter(ticket -> ticket.intent() == Intent.ENTRY)
                        .count();
        long free = portfolio.freeCashMicros();
        for (Decision.Approved entry : approved.reversed()) {
            LimitCheck seen = entry.limits();
            assertThat(seen.exposureMicros() + seen.reservedMicros() + seen.valueMicros())
                    .isEqualTo(exposure);
            assertThat(seen.positions() + 1).isEqualTo((int) bound);
            assertThat(seen.freeCashMicros() - seen.valueMicros()).isEqualTo(free);
            double factor = CONFIG.sizeFactor(state.status());
            assertThat(seen.positionLimitMicros()).isEqualTo((long) Math.rint(entry.equityMicros() * (0.20 * factor)));
            assertThat(seen.exposureLimitMicros()).isEqualTo((long) Math.rint(entry.equityMicros() * 0.50));
            assertThat(seen.positionsLimit()).isEqualTo(5);
            exposure -= seen.valueMicros();
            bound--;
            free = seen.freeCashMicros();
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
