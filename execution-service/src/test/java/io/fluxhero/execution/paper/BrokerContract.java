package io.fluxhero.execution.paper;

import static io.fluxhero.execution.domain.order.Given.aFlatten;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.broker.Broker;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every broker behind our port promises, paper and real alike. */
abstract class BrokerContract {

    /** A broker with 100,000 of cash, no orders and no positions. */
    abstract Broker emptyBroker();

    /** The same broker after a restart of ours. */
    abstract Broker restarted();

    @Test
    void accepts_an_order_and_works_it() {
        Broker broker = emptyBroker();

        List<BrokerReport> reports = broker.submit(anEntry("e"));

        assertThat(reports).singleElement().isInstanceOfSatisfying(BrokerReport.Accepted.class, accepted -> {
            assertThat(accepted.orderId()).isEqualTo("e");
            assertThat(accepted.brokerOrderId()).isNotBlank();
        });
        assertThat(broker.openOrders()).containsExactly(new BrokerOrder("e", "SPX", Intent.ENTRY, 100));
    }

    @Test
    void takes_the_same_order_id_once() {
        Broker broker = emptyBroker();
        broker.submit(anEntry("e"));

        assertThat(broker.submit(anEntry("e"))).isEmpty();
        assertThat(broker.openOrders()).hasSize(1);
    }

    @Test
    void takes_the_same_order_id_once_even_after_its_end_and_a_restart() {
        Broker broker = emptyBroker();
        broker.submit(anEntry("e"));
        broker.cancel("e", "changed our mind");

        Broker later = restarted();

        assertThat(later.submit(anEntry("e"))).isEmpty();
        assertThat(later.openOrders()).isEmpty();
    }

    @Test
    void cancels_a_working_order_with_the_reason() {
        Broker broker = emptyBroker();
        broker.submit(anEntry("e"));

        assertThat(broker.cancel("e", "changed our mind"))
                .containsExactly(new BrokerReport.Cancelled("e", "changed our mind"));
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void says_nothing_to_the_cancel_of_an_order_it_does_not_have() {
        assertThat(emptyBroker().cancel("unknown", "why not")).isEmpty();
    }

    @Test
    void refuses_an_entry_without_a_stop() {
        Broker broker = emptyBroker();

        assertThat(broker.submit(anEntry("e", Side.LONG, 100, null, null)))
                .singleElement()
                .isInstanceOfSatisfying(BrokerReport.Rejected.class, rejected -> {
                    assertThat(rejected.orderId()).isEqualTo("e");
                    assertThat(rejected.code()).isEqualTo("NO_PROTECTIVE_STOP");
                });
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void has_no_stop_to_move_before_the_entry_has_filled() {
        Broker broker = emptyBroker();
        broker.submit(anEntry("e"));

        assertThat(broker.moveStop("e", new BigDecimal("97"))).isFalse();
        assertThat(broker.moveStop("unknown", new BigDecimal("97"))).isFalse();
    }

    @Test
    void remembers_working_orders_over_a_restart_in_order_of_submission() {
        Broker broker = emptyBroker();
        broker.submit(anEntry("b"));
        broker.submit(anEntry("a"));
        broker.submit(aFlatten("c", Side.LONG, 1));

        assertThat(restarted().openOrders()).extracting(BrokerOrder::orderId).containsExactly("b", "a", "c");
    }

    @Test
    void knows_the_account() {
        Broker broker = emptyBroker();

        assertThat(broker.account().cash()).isEqualByComparingTo("100000");
        assertThat(broker.account().shares()).isEmpty();
    }

    static Order ofType(Order order, OrderType type) {
        Instruction plan = order.instruction();
        Instruction other = new Instruction(
                plan.signalId(),
                plan.symbol(),
                plan.timeframe(),
                plan.barTime(),
                plan.intent(),
                plan.side(),
                plan.mode(),
                type,
                plan.quantity(),
                plan.limitPrice(),
                plan.stopPrice(),
                plan.protectiveStop(),
                plan.takeProfit(),
                plan.averageVolume(),
                plan.cashLimit(),
                plan.entryOrderId());
        return Order.created(order.orderId(), order.account(), order.correlationId(), other, null, plan.barTime());
    }
}
