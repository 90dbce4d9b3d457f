package io.fluxhero.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderType;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Limit orders over bars of a minute: a minute is as long as the patience. */
class ChaseTest {

    private static final Instant OPEN = Instant.parse("2020-03-02T14:30:00Z");
    private static final BigDecimal CAPITAL = new BigDecimal("100000");

    private final Books books = new Books();
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final JournalInMemory journal = new JournalInMemory();
    private FlakyBroker broker = brokerWith(0);
    private Floor floor = started();
    private int minute;

    private FlakyBroker brokerWith(double maxVolumeRatio) {
        CostModel costs = new CostModel(0.005, 0.0001, 0.1, 0.0005, maxVolumeRatio);
        return new FlakyBroker(new PaperBroker(new Directly(), ledger, new PaperTerms(Said.ACCOUNT, CAPITAL, costs)));
    }

    private Floor started() {
        Floor fresh = new Floor(Settings.ofBars("1m"), books, journal, broker, () -> OPEN);
        fresh.fencing.grant(7, Duration.ofDays(1));
        return fresh;
    }

    @Test
    void is_priced_again_three_times_and_then_abandoned() {
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "SPX", "90.00", 100));

        bar("100", 1_000_000);
        assertThat(broker.submitted).containsExactly("ord-1", "ord-1-try2");
        assertThat(order("ord-1").progress().workingLimit()).isEqualByComparingTo("90.45");
        bar("100", 1_000_000);
        bar("100", 1_000_000);
        assertThat(broker.submitted).containsExactly("ord-1", "ord-1-try2", "ord-1-try3", "ord-1-try4");
        assertThat(broker.openOrders()).hasSize(1);
        bar("100", 1_000_000);

        assertThat(order("ord-1").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(broker.openOrders()).isEmpty();
        assertThat(alerts()).containsExactly("ORDER_ABANDONED");
    }

    @Test
    void follows_a_better_market_and_stays_within_the_drift() {
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "SPX", "99.90", 100));

        bar("100.20", 1_000_000);

        assertThat(order("ord-1").progress().workingLimit()).isEqualByComparingTo("100.20");
        bar("100.10", 1_000_000);
        assertThat(order("ord-1").state()).isEqualTo(OrderState.FILLED);
        assertThat(shares()).isEqualTo(100);
    }

    @Test
    void sends_only_what_is_left() {
        broker = brokerWith(0.1);
        floor = started();
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "SPX", "100.00", 100));
        bar("100", 400);
        assertThat(order("ord-1").progress().filled()).isEqualTo(40);
        assertThat(broker.openOrders())
                .filteredOn(open -> open.clientOrderId().equals("ord-1-try2"))
                .singleElement()
                .satisfies(open -> assertThat(open.quantity()).isEqualTo(60));
        bar("100", 1_000_000);

        assertThat(order("ord-1").state()).isEqualTo(OrderState.FILLED);
        assertThat(shares()).isEqualTo(100);
        assertThat(ledger.shares()).containsEntry("SPX", 100L);
        assertThat(floor.condition.state()).isEqualTo(Condition.State.READY);
    }

    @Test
    void a_fill_that_comes_while_its_end_is_asked_for_wins() {
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "SPX", "90.00", 100));
        broker.beforeCancel = () -> broker.forge(new BrokerReport.Filled(Fill.of(
                "fil-race",
                new Execution(
                        "ord-1",
                        "ord-1",
                        "SPX",
                        OPEN.toEpochMilli(),
                        Intent.ENTRY,
                        Side.LONG,
                        100,
                        90_000_000,
                        0,
                        0))));
        broker.cancelsNothing = true;

        bar("100", 1_000_000);

        assertThat(order("ord-1").state()).isEqualTo(OrderState.FILLED);
        assertThat(broker.submitted).containsExactly("ord-1");
        assertThat(shares()).isEqualTo(100);
    }

    @Test
    void leaves_targets_and_stops_alone() {
        bar("100", 1_000_000);
        floor.take(order("ord-1", "SPX", OrderIntent.ENTRY, OrderType.MARKET, null, 100, "150"));
        for (int i = 0; i < 8; i++) {
            bar("100", 1_000_000);
        }

        assertThat(broker.openOrders())
                .extracting(open -> open.clientOrderId())
                .containsExactly("ord-1-stop", "ord-1-target");
        assertThat(books.orders().find("ord-1-target").orElseThrow().progress().attempt())
                .isEqualTo(1);
    }

    @Test
    void goes_on_after_a_restart_at_any_point_with_one_live_attempt_at_most() {
        for (long seed = 1; seed <= 60; seed++) {
            ChaseTest world = new ChaseTest();
            Random random = new Random(seed);
            world.bar("100", 1_000_000);
            world.books.beforeCommit = () -> {
                if (random.nextInt(12) == 0) {
                    throw new Death();
                }
            };
            world.survive(() -> world.floor.store(world.buy("ord-1", "SPX", "90.00", 100)));
            for (int i = 0; i < 5; i++) {
                world.survive(() -> world.bar("100", 1_000_000));
                assertThat(world.broker.openOrders()).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
            }
            for (int i = 0; i < 20; i++) {
                world.survive(world.floor.desk::work);
            }

            assertThat(world.order("ord-1").state()).as("seed %d", seed).isEqualTo(OrderState.CANCELLED);
            assertThat(world.broker.submitted.stream().distinct())
                    .as("seed %d", seed)
                    .containsExactly("ord-1", "ord-1-try2", "ord-1-try3", "ord-1-try4");
        }
    }

    @Test
    void a_halt_while_it_is_priced_ends_it() {
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "SPX", "90.00", 100));
        broker.beforeCancel = () -> floor.fencing.raise(9, true, "ann", "drill");

        bar("100", 1_000_000);

        assertThat(order("ord-1").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(broker.submitted).containsExactly("ord-1");
    }

    @Test
    void without_a_price_it_tries_the_old_one_once() {
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "QQQ", "90.00", 100));

        bar("100", 1_000_000);
        assertThat(broker.submitted).containsExactly("ord-1", "ord-1-try2");
        assertThat(order("ord-1").progress().workingLimit()).isNull();
        bar("100", 1_000_000);

        assertThat(order("ord-1").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(alerts()).containsExactly("ORDER_ABANDONED");
    }

    @Test
    void a_cancel_of_risk_outranks_a_new_price() {
        bar("100", 1_000_000);
        floor.take(buy("ord-1", "SPX", "90.00", 100));
        broker.beforeCancel = () -> floor.store(Said.cancel("ord-1", 0));

        bar("100", 1_000_000);

        assertThat(order("ord-1").state()).isEqualTo(OrderState.CANCELLED);
        assertThat(broker.submitted).containsExactly("ord-1");
    }

    /** The process dies here. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void survive(Runnable deed) {
        int before = minute;
        while (true) {
            try {
                deed.run();
                return;
            } catch (Death death) {
                minute = before;
                Runnable deadly = books.beforeCommit;
                books.beforeCommit = () -> {};
                floor = started();
                books.beforeCommit = deadly;
            }
        }
    }

    /** A minute passes at this price, and is decided. */
    private void bar(String price, long volume) {
        Instant time = OPEN.plus(Duration.ofMinutes(minute++));
        BigDecimal at = new BigDecimal(price);
        Meta meta = new Meta("cnd-" + time, "cnd-" + time, time.plusSeconds(60));
        floor.take(new CandleClosed(meta, "SPX", "1m", time, at, at, at, at, volume, "replay", minute, 100));
        floor.take(new BarDecided(
                new Meta("msg-" + time, "cnd-" + time, time.plusSeconds(60)), Said.ACCOUNT, time, false));
    }

    private OrderApproved buy(String id, String symbol, String limit, long shares) {
        return order(id, symbol, OrderIntent.ENTRY, OrderType.LIMIT, limit, shares, null);
    }

    private OrderApproved order(
            String id, String symbol, OrderIntent intent, OrderType type, String limit, long shares, String target) {
        OrderApproved plain = Said.entry(id, 0, shares, "80");
        Instant decided = OPEN.plus(Duration.ofMinutes(minute));
        return new OrderApproved(
                new Meta("msg-" + id, "cnd-1", decided),
                plain.account(),
                id,
                null,
                symbol,
                "1m",
                decided.minusSeconds(60),
                intent,
                plain.side(),
                type,
                shares,
                limit == null ? null : new BigDecimal(limit),
                null,
                plain.positionSide(),
                plain.mode(),
                plain.protectiveStop(),
                target == null ? null : new BigDecimal(target),
                plain.averageVolume(),
                plain.cashLimit(),
                null,
                "hash",
                null,
                null);
    }

    private Order order(String id) {
        return books.orders().find(id).orElseThrow();
    }

    private long shares() {
        return books.positions().all().getFirst().shares();
    }

    private List<String> alerts() {
        return books.messages().stream()
                .filter(SystemFaulted.class::isInstance)
                .map(alert -> ((SystemFaulted) alert).code())
                .toList();
    }
}
