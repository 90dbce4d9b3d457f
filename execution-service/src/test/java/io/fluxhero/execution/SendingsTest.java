package io.fluxhero.execution;

import static io.fluxhero.execution.Said.candle;
import static io.fluxhero.execution.Said.day;
import static io.fluxhero.execution.Said.decided;
import static io.fluxhero.execution.Said.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.FlakyBroker.Fate;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.paper.LedgerInMemory;
import io.fluxhero.execution.paper.PaperBroker;
import io.fluxhero.execution.paper.PaperTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order was sent, there was no answer, and it is not at the broker: it may still be on its way. */
class SendingsTest {

    private static final Duration ALMOST = Sendings.LONGEST_WAY.minusMillis(1);

    private final Books books = new Books();
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final FlakyBroker broker = new FlakyBroker(new PaperBroker(
            new Directly(), ledger, new PaperTerms(Said.ACCOUNT, new BigDecimal("100000"), CostModel.defaults())));
    private final JournalInMemory journal = new JournalInMemory();
    private Instant now = day(1);
    private Floor floor = started();

    private Floor started() {
        Floor fresh = new Floor(books, journal, broker, () -> now);
        fresh.fencing.grant(7, Duration.ofDays(1));
        return fresh;
    }

    @BeforeEach
    void an_order_is_under_way() {
        floor.take(candle(0, "100", "101", "99", "100"), decided(0));
        broker.fate = () -> Fate.LOST;
        floor.take(Said.admitted(entry("ord-1", 0, 100, "95"), 7L, day(2)));
        assertThat(state()).isEqualTo(OrderState.UNKNOWN);
        broker.fate = () -> Fate.WELL;
    }

    @Test
    void one_whose_end_is_asked_for_ends_once_it_cannot_arrive_any_more() {
        floor.take(Said.cancel("ord-1", 0));
        now = now.plus(ALMOST);
        floor.desk.work();
        assertThat(state()).isEqualTo(OrderState.CANCEL_REQUESTED);

        now = now.plusMillis(1);
        floor.desk.work();

        assertThat(state()).isEqualTo(OrderState.CANCELLED);
        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void one_that_arrives_after_its_end_was_asked_for_is_cancelled_at_the_broker() {
        floor.take(Said.cancel("ord-1", 0));
        now = now.plus(ALMOST);
        floor.desk.work();

        broker.arrive();
        floor.desk.work();

        assertThat(state()).isEqualTo(OrderState.CANCELLED);
        assertThat(broker.openOrders()).isEmpty();
        assertThat(broker.find("ord-1")).isPresent();
        assertThat(books.discrepancies().open(Said.ACCOUNT)).isEmpty();
    }

    @Test
    void one_of_an_epoch_that_is_kept_out_by_now_is_not_sent_again_and_ends_later() {
        floor.fencing.raise(9, false, "ann", "cause found");
        floor.desk.work();
        now = now.plus(ALMOST);
        floor.desk.work();
        assertThat(state()).isEqualTo(OrderState.UNKNOWN);

        now = now.plusMillis(1);
        floor.desk.work();

        assertThat(state()).isEqualTo(OrderState.CANCELLED);
        assertThat(lastDetail()).isEqualTo("STALE_EPOCH");
        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void one_whose_time_is_over_is_not_sent_again_and_ends_later() {
        books.accounts().save(Said.ACCOUNT, books.accounts().lock(Said.ACCOUNT).marketAt(day(2)));
        floor.desk.work();
        assertThat(state()).isEqualTo(OrderState.UNKNOWN);

        now = now.plus(Sendings.LONGEST_WAY);
        floor.desk.work();

        assertThat(state()).isEqualTo(OrderState.EXPIRED);
        assertThat(broker.submitted).isEmpty();
    }

    @Test
    void a_halt_right_before_it_leaves_again_does_not_say_that_it_was_refused() {
        books.beforeCommit = () -> {
            if (lastDetail().equals("sent again under the same id")) {
                floor.fencing.raise(9, true, "ann", "drill");
            }
        };
        floor.desk.work();
        assertThat(state()).isNotIn(OrderState.REJECTED, OrderState.CANCELLED);

        broker.arrive();
        floor.desk.work();

        assertThat(state()).isEqualTo(OrderState.CANCELLED);
        assertThat(statesThatItWasIn()).doesNotContain(OrderState.REJECTED);
        assertThat(broker.submitted).isEmpty();
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void a_new_process_waits_as_long_since_it_does_not_know_when_the_old_one_sent_it() {
        now = now.plus(Sendings.LONGEST_WAY);
        floor = started();
        floor.store(Said.cancel("ord-1", 0));
        floor.desk.work();
        assertThat(state()).isEqualTo(OrderState.CANCEL_REQUESTED);

        now = now.plus(Sendings.LONGEST_WAY);
        floor.desk.work();

        assertThat(state()).isEqualTo(OrderState.CANCELLED);
    }

    private OrderState state() {
        return books.orders().find("ord-1").orElseThrow().state();
    }

    private String lastDetail() {
        return books.orders().stepsOf("ord-1").getLast().detail();
    }

    private List<OrderState> statesThatItWasIn() {
        return books.orders().stepsOf("ord-1").stream().map(Orders.Step::to).toList();
    }
}
