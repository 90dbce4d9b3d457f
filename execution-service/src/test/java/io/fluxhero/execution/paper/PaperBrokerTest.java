package io.fluxhero.execution.paper;

import static io.fluxhero.execution.domain.order.Given.THURSDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static io.fluxhero.execution.domain.order.Given.aFlatten;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.Directly;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.BrokerContract;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperBrokerTest extends BrokerContract {

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final PaperBroker broker = restarted();

    @Override
    protected PaperBroker emptyBroker() {
        return broker;
    }

    @Override
    protected PaperBroker restarted() {
        return new PaperBroker(
                new Directly(), ledger, new PaperTerms("PAPER-001", new BigDecimal("100000"), CostModel.defaults()));
    }

    @Override
    protected void trade(Instant time, String open, String high, String low, String close) {
        restarted().pass(bar("SPX", time, open, high, low, close));
    }

    @Test
    void fills_at_the_next_open_with_its_costs() {
        submit(broker, anEntry("e", Side.LONG, 100, "95", "110"));

        marketOpensAt("100", "101", "99", "100");

        Fill fill = fillsFrom(broker).getLast();
        assertThat(fill.fillId()).isEqualTo(Ids.derive("fil", "e", TUESDAY));
        assertThat(fill.price()).isEqualByComparingTo("100.01");
        assertThat(fill.commission()).isEqualByComparingTo("0.5");
        assertThat(fill.slippage()).isEqualByComparingTo("1");
        assertThat(openAt(broker)).containsExactly("e-stop", "e-target");
        assertThat(broker.account().cash()).isEqualByComparingTo("89998.50");
    }

    @Test
    void a_bar_that_passes_again_changes_nothing() {
        Bar bar = bar("SPX", TUESDAY, "100", "101", "94", "100");
        broker.pass(bar);
        submit(broker, anEntry("e"));
        broker.pass(bar);
        assertThat(fillsFrom(broker)).isEmpty();

        Bar next = bar("SPX", WEDNESDAY, "100", "101", "99", "100");
        broker.pass(next);
        List<BrokerReport> once = broker.reportsAfter(0, 100);
        restarted().pass(next);
        restarted().pass(bar("SPX", WEDNESDAY, "90", "91", "80", "85"));

        assertThat(broker.reportsAfter(0, 100)).isEqualTo(once);
        assertThat(openAt(broker)).containsExactly("e-stop");
    }

    @Test
    void honours_a_gap_through_the_stop() {
        submit(broker, anEntry("e"));
        marketOpensAt("100", "101", "99", "100");

        marketOpensAt("90", "92", "88", "91");

        assertThat(fillsFrom(broker).getLast().price()).isEqualByComparingTo("89.991");
    }

    @Test
    void flattens_between_bars_at_the_last_close() {
        submit(broker, anEntry("e"));
        marketOpensAt("100", "101", "99", "100");

        submit(broker, aFlatten("f", Side.LONG, 100));

        assertThat(fillsFrom(broker).getLast().price()).isEqualByComparingTo("99.99");
        assertThat(fillsFrom(broker).getLast().barTime()).isEqualTo(TUESDAY);
        marketOpensAt("90", "92", "88", "91");
        assertThat(fillsFrom(broker)).hasSize(2);
    }

    @Test
    void refuses_to_flatten_what_never_had_a_price() {
        assertThat(submit(broker, aFlatten("f", Side.LONG, 100)))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_PRICE"));
    }

    @Test
    void leaves_other_symbols_alone() {
        submit(broker, anEntry("e"));

        broker.pass(bar("QQQ", TUESDAY, "1", "1", "1", "1"));

        assertThat(fillsFrom(broker)).isEmpty();
        assertThat(broker.openOrders()).hasSize(1);
    }

    @Test
    void what_is_cancelled_between_bars_ends_at_the_close_of_the_last_one() {
        broker.pass(bar("SPX", TUESDAY, "100", "101", "99", "100"));
        submit(broker, anEntry("e"));

        assertThat(broker.cancel("e")).isEqualTo(Answer.REQUESTED);

        assertThat(broker.reportsAfter(0, 100).getLast())
                .extracting(BrokerReport::at, BrokerReport::fact)
                .containsExactly(WEDNESDAY, new BrokerReport.Cancelled("e", "CANCELLED"));
    }

    @Test
    void cancels_an_entry_that_costs_more_than_it_may() {
        submit(broker, anEntry("e", Side.LONG, 1_000_000, "95", null));

        marketOpensAt("100", "101", "99", "100");

        assertThat(factsFrom(broker)).last().isEqualTo(new BrokerReport.Cancelled("e", "INSUFFICIENT_CASH"));
    }

    @Test
    void a_short_sale_brings_money_in() {
        submit(broker, anEntry("e", Side.SHORT, 100, "105", null));

        marketOpensAt("100", "101", "99", "100");

        assertThat(broker.account().cash()).isEqualByComparingTo("109998.50");
        assertThat(broker.account().shares()).containsExactly(java.util.Map.entry("SPX", -100L));
        marketOpensAt("104", "106", "103", "104");
        assertThat(broker.account().shares()).isEmpty();
    }

    @Test
    void a_limit_order_waits_for_its_price_or_better() {
        broker.submit(priced("e", OrderType.LIMIT, "98", null));

        marketOpensAt("100", "101", "99", "100");
        assertThat(fillsFrom(broker)).isEmpty();
        marketOpensAt("99", "100", "97", "98");

        assertThat(fillsFrom(broker))
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("98"));
    }

    @Test
    void a_stop_order_becomes_a_market_order_at_its_trigger() {
        broker.submit(priced("e", OrderType.STOP, null, "102"));

        marketOpensAt("100", "101", "99", "100");
        assertThat(fillsFrom(broker)).isEmpty();
        marketOpensAt("101", "103", "101", "102");

        assertThat(fillsFrom(broker))
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("102.0102"));
    }

    @Test
    void a_triggered_stop_limit_waits_for_its_limit_over_a_restart() {
        broker.submit(priced("e", OrderType.STOP_LIMIT, "101.5", "102"));

        marketOpensAt("103", "104", "103", "104");
        assertThat(fillsFrom(broker)).isEmpty();
        marketOpensAt("102", "102", "101", "102");

        assertThat(fillsFrom(restarted()))
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("101.5"));
    }

    @Test
    void of_stop_and_target_the_one_that_fills_ends_the_other() {
        submit(broker, anEntry("e", Side.LONG, 100, "95", "105"));
        marketOpensAt("100", "101", "99", "100");

        marketOpensAt("104", "106", "103", "105");

        assertThat(fillsFrom(broker))
                .last()
                .satisfies(fill -> assertThat(fill.orderId()).isEqualTo("e-target"));
        assertThat(factsFrom(broker)).last().isEqualTo(new BrokerReport.Cancelled("e-stop", "POSITION_CLOSED"));
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void a_thin_bar_fills_in_part_and_the_legs_protect_what_is_held() {
        PaperBroker thin = new PaperBroker(
                new Directly(),
                ledger,
                new PaperTerms(
                        "PAPER-001", new BigDecimal("100000"), new CostModel(0.005, 0.0001, 0.1, 0.0005, 0.00004)));
        submit(thin, anEntry("e"));

        thin.pass(bar("SPX", TUESDAY, "100", "101", "99", "100"));

        assertThat(thin.openOrders())
                .extracting(open -> open.clientOrderId() + " " + open.filled() + "/" + open.quantity())
                .containsExactlyInAnyOrder("e 40/100", "e-stop 0/40");
        thin.pass(bar("SPX", WEDNESDAY, "100", "101", "99", "100"));
        assertThat(thin.account().shares()).containsEntry("SPX", 80L);
    }

    @Test
    void what_happened_at_the_open_is_dated_the_opening_of_its_bar_and_the_rest_its_end() {
        submit(broker, anEntry("e", Side.LONG, 100, "95", "110"));
        marketOpensAt("100", "101", "99", "100");
        marketOpensAt("98", "99", "94", "96");

        assertThat(broker.reportsAfter(1, 100))
                .extracting(report -> report.fact().orderId() + " " + report.at())
                .containsExactly(
                        "e " + TUESDAY,
                        "e-stop " + TUESDAY,
                        "e-target " + TUESDAY,
                        "e-stop " + THURSDAY,
                        "e-target " + THURSDAY);
    }

    private static NewOrder priced(String id, OrderType type, String limit, String trigger) {
        Instruction plan = anEntry(id).instruction();
        return new NewOrder(
                id,
                "PAPER-001",
                new Instruction(
                        plan.signalId(),
                        plan.symbol(),
                        plan.timeframe(),
                        plan.barTime(),
                        plan.intent(),
                        plan.side(),
                        plan.mode(),
                        type,
                        plan.quantity(),
                        limit == null ? null : new BigDecimal(limit),
                        trigger == null ? null : new BigDecimal(trigger),
                        plan.protectiveStop(),
                        null,
                        plan.averageVolume(),
                        plan.cashLimit(),
                        null),
                plan.barTime());
    }

    static Bar bar(String symbol, Instant time, String open, String high, String low, String close) {
        return new Bar(
                symbol,
                "1d",
                time,
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                1_000_000,
                "cnd-" + time,
                time.plusSeconds(86_400));
    }
}
