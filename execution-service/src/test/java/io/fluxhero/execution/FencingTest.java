package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FencingTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final Books books = new Books();
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final FlakyBroker broker = new FlakyBroker(new PaperBroker(
            new Directly(), ledger, new PaperTerms(Said.ACCOUNT, new BigDecimal("100000"), CostModel.defaults())));
    private final JournalInMemory journal = new JournalInMemory();
    private Instant now = day(0);
    private Floor floor = new Floor(books, journal, broker, () -> now);

    @Test
    void what_opens_waits_for_leave_and_bars_wait_with_it() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        floor.take(entry("ord-1", 0, 100, "95"), candle(1, "100", "101", "99", "100"));
        assertThat(stateOf("ord-1")).isEqualTo(OrderState.CREATED);
        assertThat(ledger.lastPrice("SPX").orElseThrow().barTime()).isEqualTo(day(0));

        floor.fencing.grant(1, TEN_SECONDS);
        floor.desk.work();

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.FILLED);
    }

    @Test
    void leave_ends_by_itself() {
        floor.fencing.grant(1, TEN_SECONDS);
        now = now.plusSeconds(10);

        floor.take(entry("ord-1", 0, 100, "95"));

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.CREATED);
        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void what_closes_needs_no_leave_and_no_epoch_and_no_end_of_the_halt() {
        hold100();
        now = now.plusSeconds(60);
        floor.fencing.raise(9, true, "ann", "drill");

        floor.take(Said.flatten("ord-2", "SPX", 1, 100, "req-1"));

        assertThat(stateOf("ord-2")).isEqualTo(OrderState.FILLED);
        assertThat(books.positions().all()).isEmpty();
    }

    @Test
    void a_halt_ends_what_would_open_at_once() {
        floor.fencing.grant(1, TEN_SECONDS);
        floor.take(entry("ord-1", 0, 100, "95"));
        floor.fencing.raise(2, true, "ann", "drill");

        floor.take(entry("ord-2", 0, 100, "95"));

        assertThat(stateOf("ord-1")).isEqualTo(OrderState.CANCELLED);
        assertThat(lastDetailOf("ord-2")).isEqualTo("HALTED");
        assertThat(broker.submitted).containsExactly("ord-1");
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void a_halt_is_in_force_without_a_database_and_stored_later() {
        floor.desk.work();
        books.beforeCommit = () -> {
            throw new IllegalStateException("the database is away");
        };

        Fence fence = floor.fencing.raise(2, true, "ann", "drill");

        assertThat(fence.halted()).isTrue();
        assertThat(journal.isHalted()).isTrue();
        assertThatThrownBy(floor.fencing::store).hasMessageContaining("away");
        books.beforeCommit = () -> {};
        floor.fencing.grant(2, TEN_SECONDS);
        floor.take(entry("ord-1", 0, 100, "95"));
        assertThat(lastDetailOf("ord-1")).isEqualTo("HALTED");
        assertThat(books.fences().find(Said.ACCOUNT)).isEqualTo(fence);
    }

    @Test
    void a_halt_that_only_the_file_knows_outlives_the_process() {
        journal.write(new Fence(5, true, "ann", "drill", day(0)));

        floor = new Floor(books, journal, broker, () -> now);
        floor.fencing.grant(5, TEN_SECONDS);
        floor.take(entry("ord-1", 0, 100, "95"));

        assertThat(lastDetailOf("ord-1")).isEqualTo("HALTED");
        assertThat(books.fences().find(Said.ACCOUNT).minEpoch()).isEqualTo(5);
    }

    @Test
    void only_a_higher_epoch_lifts_a_halt_and_older_orders_stay_out() {
        floor.fencing.raise(2, true, "ann", "drill");
        assertThat(floor.fencing.raise(2, false, "bob", "same epoch").halted()).isTrue();
        assertThat(floor.fencing.raise(1, false, "bob", "older").halted()).isTrue();

        assertThat(floor.fencing.raise(3, false, "bob", "cause found").halted()).isFalse();
        assertThat(journal.isHalted()).isFalse();
        assertThat(floor.fencing.grant(2, TEN_SECONDS)).isFalse();
        assertThat(floor.fencing.grant(3, TEN_SECONDS)).isTrue();
        floor.take(inEpoch("ord-1", 2), inEpoch("ord-2", 3));

        assertThat(lastDetailOf("ord-1")).isEqualTo("STALE_EPOCH");
        assertThat(stateOf("ord-2")).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void the_fence_ends_the_same_whatever_the_order_of_the_words() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Fence> words = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int epoch = 1 + random.nextInt(4);
                words.add(new Fence(epoch, epoch % 2 == 0, "p" + epoch, "", day(epoch)));
            }
            Fence inOneOrder = words.stream().reduce(Fence.OPEN, Fence::raisedTo);
            java.util.Collections.shuffle(words, random);

            assertThat(words.stream().reduce(Fence.OPEN, Fence::raisedTo)).isEqualTo(inOneOrder);
        }
    }

    @Test
    void what_expires_before_it_is_sent_is_never_sent() {
        floor.fencing.grant(1, Duration.ofDays(9));
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        floor.take(candle(1, "100", "101", "99", "100"), decided(1));

        floor.take(expiring("late", 0), expiring("in-time", 1));

        assertThat(stateOf("late")).isEqualTo(OrderState.EXPIRED);
        assertThat(stateOf("in-time")).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void whatever_comes_when_nothing_opens_past_the_fence() {
        for (long seed = 1; seed <= 300; seed++) {
            FencingTest world = new FencingTest();
            Random random = new Random(seed);
            Fence[] expected = {Fence.OPEN};
            Map<String, Long> epochs = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (int step = 0; step < 40; step++) {
                world.actAtRandom(random, step, expected, epochs);
                for (String sent : world.broker.submitted) {
                    if (seen.add(sent)) {
                        assertThat(expected[0].halted())
                                .as("seed %d: %s", seed, sent)
                                .isFalse();
                        assertThat(epochs.get(sent))
                                .as("seed %d: %s", seed, sent)
                                .isGreaterThanOrEqualTo(expected[0].minEpoch());
                        assertThat(world.floor.fencing.hasLease())
                                .as("seed %d: %s", seed, sent)
                                .isTrue();
                    }
                }
            }
            assertThat(world.floor.fencing.current().minEpoch()).isEqualTo(expected[0].minEpoch());
        }
    }

    private void actAtRandom(Random random, int step, Fence[] expected, Map<String, Long> epochs) {
        long epoch = 1L + random.nextInt(6);
        switch (random.nextInt(6)) {
            case 0 -> {
                boolean halted = random.nextBoolean();
                expected[0] = expected[0].raisedTo(new Fence(epoch, halted, "ann", "drill", now));
                floor.fencing.raise(epoch, halted, "ann", "drill");
            }
            case 1 -> floor.fencing.grant(epoch, TEN_SECONDS);
            case 2 -> now = now.plusSeconds(random.nextInt(15));
            case 3 -> floor = new Floor(books, journal, broker, () -> now);
            default -> {
                String id = "ord-" + step;
                epochs.put(id, epoch);
                floor.store(inEpoch(id, epoch));
            }
        }
        floor.desk.work();
    }

    private void hold100() {
        floor.fencing.grant(1, TEN_SECONDS);
        floor.take(candle(0, "100", "101", "99", "100"), entry("ord-1", 0, 100, "95"), decided(0));
        floor.take(candle(1, "100", "101", "99", "100"));
        assertThat(books.positions().all()).hasSize(1);
    }

    private OrderState stateOf(String orderId) {
        return books.orders().find(orderId).orElseThrow().state();
    }

    private String lastDetailOf(String orderId) {
        List<Orders.Step> steps = books.orders().stepsOf(orderId);
        return steps.getLast().detail();
    }

    private static OrderApproved inEpoch(String id, long epoch) {
        return Said.admitted(entry(id, 0, 100, "95"), epoch, null);
    }

    /** Decided at the close of this day, good for a minute. */
    private static OrderApproved expiring(String id, int day) {
        return Said.admitted(entry(id, day, 100, "95"), null, day(day + 1).plusSeconds(60));
    }
}
