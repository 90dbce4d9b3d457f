package io.fluxhero.execution.paper;

import static io.fluxhero.execution.domain.order.Given.THURSDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static io.fluxhero.execution.domain.order.Given.aFlatten;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static io.fluxhero.execution.domain.order.Given.anExit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperBrokerTest extends BrokerContract {

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final PaperBroker broker = restarted();

    @Override
    PaperBroker emptyBroker() {
        return broker;
    }

    @Override
    PaperBroker restarted() {
        return new PaperBroker(ledger, new PaperTerms("PAPER-001", new BigDecimal("100000"), CostModel.defaults()));
    }

    @Test
    void fills_an_entry_at_the_next_open_with_its_costs_and_then_holds_the_legs() {
        broker.submit(anEntry("e", Side.LONG, 100, "95", "110"));

        List<BrokerReport> reports = broker.pass(bar(TUESDAY, "100", "101", "99", "100"));

        Fill fill = fillIn(reports);
        assertThat(fill.fillId()).isEqualTo(Ids.derive("fil", "e", TUESDAY));
        assertThat(fill.price()).isEqualByComparingTo("100.01");
        assertThat(fill.commission()).isEqualByComparingTo("0.5");
        assertThat(fill.slippage()).isEqualByComparingTo("1");
        assertThat(reports)
                .endsWith(
                        new BrokerReport.LegAccepted("e-stop", "e", Intent.PROTECTIVE_STOP),
                        new BrokerReport.LegAccepted("e-target", "e", Intent.TAKE_PROFIT));
        assertThat(broker.openOrders())
                .containsExactly(
                        new BrokerOrder("e-stop", "SPX", Intent.PROTECTIVE_STOP, 100),
                        new BrokerOrder("e-target", "SPX", Intent.TAKE_PROFIT, 100));
        assertThat(broker.account().cash()).isEqualByComparingTo("89998.50");
        assertThat(broker.account().shares()).containsExactly(java.util.Map.entry("SPX", 100L));
    }

    @Test
    void stops_out_after_a_restart_where_the_stop_was_moved_to() {
        broker.submit(anEntry("e"));
        broker.pass(bar(TUESDAY, "100", "101", "99", "100"));

        assertThat(broker.moveStop("e", new BigDecimal("98"))).isTrue();
        List<BrokerReport> reports = restarted().pass(bar(WEDNESDAY, "99", "100", "97", "99"));

        Fill fill = fillIn(reports);
        assertThat(fill.orderId()).isEqualTo("e-stop");
        assertThat(fill.entryOrderId()).isEqualTo("e");
        assertThat(fill.price()).isEqualByComparingTo("97.9902");
        assertThat(restarted().openOrders()).isEmpty();
        assertThat(restarted().account().shares()).isEmpty();
    }

    @Test
    void honours_a_gap_through_the_stop() {
        broker.submit(anEntry("e"));
        broker.pass(bar(TUESDAY, "100", "101", "99", "100"));

        Fill fill = fillIn(broker.pass(bar(WEDNESDAY, "90", "92", "88", "91")));

        assertThat(fill.price()).isEqualByComparingTo("89.991");
    }

    @Test
    void closes_on_an_exit_and_takes_the_stop_away() {
        broker.submit(anEntry("e"));
        broker.pass(bar(TUESDAY, "100", "101", "99", "100"));
        broker.submit(anExit("x", Side.LONG, 100));

        List<BrokerReport> reports = broker.pass(bar(WEDNESDAY, "102", "103", "101", "102"));

        assertThat(fillIn(reports).orderId()).isEqualTo("x");
        assertThat(fillIn(reports).entryOrderId()).isEqualTo("e");
        assertThat(reports).contains(new BrokerReport.Cancelled("e-stop", "POSITION_CLOSED"));
    }

    @Test
    void flattens_between_bars_at_the_price_it_is_given() {
        broker.submit(anEntry("e"));
        broker.pass(bar(TUESDAY, "100", "101", "99", "100"));
        broker.submit(aFlatten("f", Side.LONG, 100));

        List<BrokerReport> reports = broker.fillNow("f", new BigDecimal("100"), TUESDAY);

        assertThat(fillIn(reports).price()).isEqualByComparingTo("99.99");
        assertThat(fillIn(reports).barTime()).isEqualTo(TUESDAY);
        assertThat(restarted().pass(bar(WEDNESDAY, "90", "92", "88", "91"))).isEmpty();
    }

    @Test
    void leaves_other_symbols_alone() {
        broker.submit(anEntry("e"));

        Bar other =
                new Bar("QQQ", "1d", TUESDAY, money("1"), money("1"), money("1"), money("1"), 1, "cnd-2", WEDNESDAY);

        assertThat(broker.pass(other)).isEmpty();
        assertThat(broker.openOrders()).hasSize(1);
    }

    @Test
    void cancels_an_entry_that_costs_more_than_it_may() {
        broker.submit(anEntry("e", Side.LONG, 1_000_000, "95", null));

        assertThat(broker.pass(bar(TUESDAY, "100", "101", "99", "100")))
                .containsExactly(new BrokerReport.Cancelled("e", "INSUFFICIENT_CASH"));
    }

    @Test
    void trades_market_orders_only() {
        assertThat(broker.submit(ofType(anEntry("e"), OrderType.LIMIT)))
                .singleElement()
                .isInstanceOfSatisfying(
                        BrokerReport.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("UNSUPPORTED_TYPE"));
    }

    @Test
    void a_short_sale_brings_money_in() {
        broker.submit(anEntry("e", Side.SHORT, 100, "105", null));

        broker.pass(bar(TUESDAY, "100", "101", "99", "100"));

        assertThat(broker.account().cash()).isEqualByComparingTo("109998.50");
        assertThat(broker.account().shares()).containsExactly(java.util.Map.entry("SPX", -100L));
        assertThat(broker.pass(bar(THURSDAY, "104", "106", "103", "104"))).isNotEmpty();
        assertThat(broker.account().shares()).isEmpty();
    }

    private static Fill fillIn(List<BrokerReport> reports) {
        return reports.stream()
                .filter(BrokerReport.Filled.class::isInstance)
                .map(report -> ((BrokerReport.Filled) report).fill())
                .findFirst()
                .orElseThrow();
    }

    private static Bar bar(Instant time, String open, String high, String low, String close) {
        return new Bar(
                "SPX",
                "1d",
                time,
                money(open),
                money(high),
                money(low),
                money(close),
                1_000_000,
                "cnd-" + time,
                time.plusSeconds(86_400));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
