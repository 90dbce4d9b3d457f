package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.FlakyBroker.Fate;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever is lost on the line and whenever the process dies: the same trades, and both books the same. */
class BrokerDeskProperties {

    private static final int WORLDS = 60;
    private static final int DAYS = 30;

    /** The process dies here. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void lost_answers_and_deaths_change_no_trade() {
        List<String> flawless = new Run(0, 0).trades();
        assertThat(flawless).hasSizeGreaterThan(10);

        for (long seed = 1; seed <= WORLDS; seed++) {
            Run run = new Run(seed, 0.15);

            assertThat(run.trades()).as("seed %d", seed).isEqualTo(flawless);
            run.assertThatBothBooksAgree(seed);
        }
    }

    @Test
    void the_faults_happen() {
        Run run = new Run(3, 0.15);
        run.trades();

        assertThat(run.deaths).isPositive();
        assertThat(run.losses).isPositive();
        assertThat(run.books.steps()).anySatisfy(step -> assertThat(step.to()).isEqualTo(OrderState.UNKNOWN));
    }

    /** A script of risk, played over a faulty line. */
    private static final class Run {

        private final Random random;
        private final double faults;
        private final Books books = new Books();
        private final LedgerInMemory ledger = new LedgerInMemory();
        private final FlakyBroker broker = new FlakyBroker(new PaperBroker(
                new Directly(), ledger, new PaperTerms(Said.ACCOUNT, new BigDecimal("1000000"), CostModel.defaults())));
        private final JournalInMemory journal = new JournalInMemory();
        private Instant now = day(0);
        private Floor floor;
        private int deaths;
        private int losses;

        Run(long seed, double faults) {
            this.random = new Random(seed);
            this.faults = faults;
            this.floor = started();
            broker.fate = this::fate;
            books.beforeCommit = this::perhapsDie;
        }

        /** A new process over the same books; at first it has no leave to trade. */
        private Floor started() {
            return new Floor(books, journal, broker, () -> now);
        }

        private Fate fate() {
            perhapsDie();
            if (random.nextDouble() >= faults) {
                return Fate.WELL;
            }
            losses++;
            return random.nextBoolean() ? Fate.LOST : Fate.ANSWER_LOST;
        }

        private void perhapsDie() {
            if (random.nextDouble() < faults / 3) {
                deaths++;
                throw new Death();
            }
        }

        /** Every execution that risk hears of, in the order of the bars. */
        List<String> trades() {
            for (int bar = 0; bar < DAYS; bar++) {
                takeIn(candle(bar, price(bar, 0), price(bar, 3), price(bar, -3), price(bar, 1)));
                workUntilSettled(bar);
                for (Message message : decisionsAfter(bar)) {
                    takeIn(message);
                    if (random.nextDouble() < faults) {
                        work();
                    }
                }
            }
            workUntilSettled(DAYS - 1);
            return books.messages().stream()
                    .filter(OrderFilled.class::isInstance)
                    .map(OrderFilled.class::cast)
                    .map(fill -> fill.fillId() + " " + fill.orderId() + " " + fill.quantity() + " @ " + fill.price())
                    .toList();
        }

        /** Opens every fifth bar, moves the stop in the next, closes in the one after, flattens now and then. */
        private List<Message> decisionsAfter(int bar) {
            List<Message> decisions = new ArrayList<>();
            String entry = "ord-" + (bar - bar % 5);
            switch (bar % 5) {
                case 0 -> decisions.add(Said.entry(entry, bar, 100, stop(bar, 20)));
                case 1 -> decisions.add(Said.stopMoved(entry, bar, stop(bar, bar % 2 == 0 ? 1 : 10)));
                case 2 -> decisions.add(Said.exit(entry + "-x", bar, 100));
                case 3 -> {
                    decisions.add(Said.entry(entry + "-b", bar, 50, stop(bar, 20)));
                    if (bar % 2 == 0) {
                        decisions.add(Said.cancel(entry + "-b", bar));
                    }
                }
                default -> decisions.add(Said.flatten(entry + "-f", "SPX", bar, 50, "req-" + bar));
            }
            decisions.add(decided(bar));
            return decisions;
        }

        private void takeIn(Message message) {
            untilItLives(() -> {
                floor.store(message);
                return true;
            });
        }

        private void workUntilSettled(int bar) {
            Supplier<Boolean> settled = () -> books.messages().stream()
                    .anyMatch(message ->
                            message instanceof BarSettled done && done.barTime().equals(day(bar)));
            for (int round = 0; round < 400 && !settled.get(); round++) {
                now = now.plusSeconds(random.nextInt(10));
                if (faults == 0 || random.nextBoolean()) {
                    untilItLives(() -> floor.fencing.grant(7, Duration.ofSeconds(10)));
                }
                work();
            }
            assertThat(settled.get()).as("bar %d settles", bar).isTrue();
        }

        private void work() {
            untilItLives(() -> {
                floor.desk.work();
                return true;
            });
        }

        private void untilItLives(Supplier<Boolean> deed) {
            boolean done = false;
            while (!done) {
                try {
                    done = deed.get();
                } catch (Death death) {
                    floor = started();
                }
            }
        }

        void assertThatBothBooksAgree(long seed) {
            long held =
                    books.positions().all().stream().mapToLong(Position::shares).sum();
            assertThat(ledger.shares().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(held);
            List<String> ids = books.messages().stream()
                    .filter(FillMessage.class::isInstance)
                    .map(message -> message.meta().messageId())
                    .toList();
            assertThat(new HashSet<>(ids)).as("seed %d: every fact once", seed).hasSameSizeAs(ids);
            assertThat(books.discrepancies().open(Said.ACCOUNT))
                    .as("seed %d", seed)
                    .isEmpty();
        }

        private static String price(int bar, int above) {
            return String.valueOf(100 + (bar * 7) % 11 + above);
        }

        private static String stop(int bar, int below) {
            return String.valueOf(100 + (bar * 7) % 11 - below);
        }
    }
}
