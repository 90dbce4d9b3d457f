package io.fluxhero.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent.Accepted;
import io.fluxhero.engine.simulation.BrokerEvent.Cancelled;
import io.fluxhero.engine.simulation.BrokerEvent.Filled;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedBrokerTest {

    private static final CostModel FREE = new CostModel(0, 0, 0.1, 0);

    private static Ticket entry(String id, Side side, double stop, double target) {
        return new Ticket(
                id,
                id,
                "SPY",
                10,
                Intent.ENTRY,
                side,
                Mode.TREND,
                100,
                Micros.of(stop),
                Micros.of(target),
                2.5,
                Double.NaN,
                Micros.of(1_000_000));
    }

    private static Ticket closing(String id, Intent intent, Side side, long decidedAt) {
        return new Ticket(id, null, "SPY", decidedAt, intent, side, Mode.TREND, 100, 0, 0, Double.NaN, Double.NaN, 0);
    }

    private static Candle bar(long time, double open, double high, double low, double close) {
        return new Candle(time, open, high, low, close, 1_000);
    }

    private static List<Execution> fills(List<BrokerEvent> events) {
        return events.stream()
                .filter(Filled.class::isInstance)
                .map(event -> ((Filled) event).execution())
                .toList();
    }

    /** A broker that holds 100 shares since bar 11, bought at 100 without costs. */
    private static SimulatedBroker holding(CostModel costs, Side side, double stop, double target) {
        SimulatedBroker broker = new SimulatedBroker(costs);
        broker.submit(entry("e", side, stop, target));
        broker.onCandle("SPY", bar(11, 100, 100, 100, 100));
        return broker;
    }

    @Test
    void fills_a_market_order_at_the_next_open_with_slippage_and_commission() {
        SimulatedBroker broker = new SimulatedBroker(CostModel.defaults());

        assertThat(broker.submit(entry("e", Side.LONG, 90, 0))).containsExactly(new Accepted("e", "SPY", Intent.ENTRY));
        List<BrokerEvent> events = broker.onCandle("SPY", bar(11, 101, 102, 100, 101));

        assertThat(events).hasSize(2);
        Execution fill = fills(events).getFirst();
        assertThat(fill.priceMicros()).isEqualTo(Micros.of(101.0101));
        assertThat(fill.commissionMicros()).isEqualTo(Micros.of(0.5));
        assertThat(fill.slippageMicros()).isEqualTo(Micros.of(1.01));
        assertThat(fill.barTime()).isEqualTo(11);
        assertThat(events.getLast()).isEqualTo(new Accepted("e-stop", "SPY", Intent.PROTECTIVE_STOP));
    }

    @Test
    void sells_short_and_buys_back_with_slippage_the_other_way() {
        SimulatedBroker broker = new SimulatedBroker(CostModel.defaults());
        broker.submit(entry("e", Side.SHORT, 120, 0));
        Execution opened =
                fills(broker.onCandle("SPY", bar(11, 100, 101, 99, 100))).getFirst();
        broker.submit(closing("x", Intent.EXIT, Side.SHORT, 11));
        Execution closed =
                fills(broker.onCandle("SPY", bar(12, 90, 91, 89, 90))).getFirst();

        assertThat(opened.priceMicros()).isEqualTo(Micros.of(99.99));
        assertThat(closed.priceMicros()).isEqualTo(Micros.of(90.009));
        assertThat(closed.entryOrderId()).isEqualTo("e");
    }

    @ParameterizedTest
    @CsvSource({"1000, 100.01", "999, 100.06", "0, 100.01", "NaN, 100.01"})
    void pays_impact_above_a_tenth_of_average_volume(double averageVolume, double price) {
        Ticket plain = entry("e", Side.LONG, 90, 0);
        SimulatedBroker broker = new SimulatedBroker(CostModel.defaults());
        broker.submit(new Ticket(
                "e",
                "e",
                "SPY",
                10,
                Intent.ENTRY,
                Side.LONG,
                Mode.TREND,
                100,
                plain.stopMicros(),
                0,
                2.5,
                averageVolume,
                plain.cashLimitMicros()));

        assertThat(fills(broker.onCandle("SPY", bar(11, 100, 100, 100, 100)))
                        .getFirst()
                        .priceMicros())
                .isEqualTo(Micros.of(price));
    }

    @Test
    void fills_nothing_in_the_bar_of_the_decision_or_for_another_symbol() {
        SimulatedBroker broker = new SimulatedBroker(FREE);
        broker.submit(entry("e", Side.LONG, 90, 0));

        assertThat(broker.onCandle("SPY", bar(10, 100, 100, 100, 100))).isEmpty();
        assertThat(broker.onCandle("QQQ", bar(11, 100, 100, 100, 100))).isEmpty();
        assertThat(broker.working()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10000.5, false", "10000.499999, true"})
    void cancels_a_purchase_that_cash_does_not_cover(double cash, boolean cancelled) {
        SimulatedBroker broker = new SimulatedBroker(new CostModel(0.005, 0, 0.1, 0));
        Ticket plain = entry("e", Side.LONG, 90, 0);
        broker.submit(new Ticket(
                "e",
                "e",
                "SPY",
                10,
                Intent.ENTRY,
                Side.LONG,
                Mode.TREND,
                100,
                plain.stopMicros(),
                0,
                2.5,
                Double.NaN,
                Micros.of(cash)));

        List<BrokerEvent> events = broker.onCandle("SPY", bar(11, 100, 100, 100, 100));

        assertThat(events.contains(new Cancelled("e", "SPY", "INSUFFICIENT_CASH")))
                .isEqualTo(cancelled);
        assertThat(broker.working().isEmpty()).isEqualTo(cancelled);
    }

    @ParameterizedTest
    @CsvSource({
        // open, high, low, price at which the stop at 95 sells
        "100, 101, 95, 95",
        "100, 101, 94, 95",
        "95, 96, 94, 95",
        "94, 96, 93, 94",
        "80, 82, 78, 80",
    })
    void a_stop_fills_on_touch_and_a_gap_through_it_at_the_open(double open, double high, double low, double price) {
        SimulatedBroker broker = holding(FREE, Side.LONG, 95, 0);

        Execution fill =
                fills(broker.onCandle("SPY", bar(12, open, high, low, low))).getFirst();

        assertThat(fill.priceMicros()).isEqualTo(Micros.of(price));
        assertThat(fill.intent()).isEqualTo(Intent.PROTECTIVE_STOP);
        assertThat(fill.orderId()).isEqualTo("e-stop");
        assertThat(broker.working()).isEmpty();
    }

    @Test
    void a_stop_pays_slippage_and_is_not_touched_above_its_price() {
        SimulatedBroker broker = holding(CostModel.defaults(), Side.LONG, 95, 0);

        assertThat(broker.onCandle("SPY", bar(12, 100, 101, 95.000001, 96))).isEmpty();
        assertThat(fills(broker.onCandle("SPY", bar(13, 96, 97, 95, 96)))
                        .getFirst()
                        .priceMicros())
                .isEqualTo(Micros.of(94.9905));
    }

    @Test
    void mirrors_stops_and_targets_for_shorts() {
        assertThat(fills(holding(FREE, Side.SHORT, 105, 0).onCandle("SPY", bar(12, 110, 112, 109, 111)))
                        .getFirst()
                        .priceMicros())
                .isEqualTo(Micros.of(110));
        assertThat(fills(holding(FREE, Side.SHORT, 105, 90).onCandle("SPY", bar(12, 95, 96, 89, 90)))
                        .getFirst()
                        .priceMicros())
                .isEqualTo(Micros.of(90));
    }

    @ParameterizedTest
    @CsvSource({
        // open, high, low, price, leg; stop 95, target 110
        "100, 111, 94, 95, PROTECTIVE_STOP",
        "110, 112, 94, 110, TAKE_PROFIT",
        "115, 116, 94, 115, TAKE_PROFIT",
        "100, 110, 96, 110, TAKE_PROFIT",
        "112, 113, 111, 112, TAKE_PROFIT",
    })
    void takes_the_stop_first_unless_the_bar_opened_at_the_target(
            double open, double high, double low, double price, Intent leg) {
        SimulatedBroker broker = holding(CostModel.defaults(), Side.LONG, 95, 110);

        List<BrokerEvent> events = broker.onCandle("SPY", bar(12, open, high, low, open));

        Execution fill = fills(events).getFirst();
        double slippage = leg == Intent.PROTECTIVE_STOP ? 0.9999 : 1;
        assertThat(fill.priceMicros()).isEqualTo(Micros.of(price * slippage));
        assertThat(fill.intent()).isEqualTo(leg);
        String other = leg == Intent.PROTECTIVE_STOP ? "e-target" : "e-stop";
        assertThat(events.getLast()).isEqualTo(new Cancelled(other, "SPY", "POSITION_CLOSED"));
    }

    @ParameterizedTest
    @CsvSource({"100, 94, 95", "94, 93, 94"})
    void a_position_may_be_stopped_in_its_entry_bar(double open, double low, double price) {
        SimulatedBroker broker = new SimulatedBroker(FREE);
        broker.submit(entry("e", Side.LONG, 95, 0));

        List<Execution> fills = fills(broker.onCandle("SPY", bar(11, open, open, low, low)));

        assertThat(fills).extracting(Execution::intent).containsExactly(Intent.ENTRY, Intent.PROTECTIVE_STOP);
        assertThat(fills.getLast().priceMicros()).isEqualTo(Micros.of(price));
    }

    @Test
    void exits_fill_before_entries_and_before_the_stop_of_the_same_bar() {
        SimulatedBroker broker = holding(FREE, Side.LONG, 95, 0);
        broker.submit(entry("f", Side.LONG, 80, 0));
        broker.submit(closing("x", Intent.EXIT, Side.LONG, 11));

        List<BrokerEvent> events = broker.onCandle("SPY", bar(12, 98, 98, 90, 90));

        assertThat(fills(events)).extracting(Execution::orderId).containsExactly("x", "f");
        assertThat(events).contains(new Cancelled("e-stop", "SPY", "POSITION_CLOSED"));
    }

    @Test
    void a_stop_takes_the_waiting_exit_with_it_and_a_late_exit_finds_nothing() {
        SimulatedBroker broker = holding(FREE, Side.LONG, 95, 0);
        broker.submit(closing("x", Intent.EXIT, Side.LONG, 12));

        List<BrokerEvent> events = broker.onCandle("SPY", bar(12, 96, 96, 94, 94));
        broker.submit(closing("y", Intent.EXIT, Side.LONG, 12));

        assertThat(events).contains(new Cancelled("x", "SPY", "POSITION_CLOSED"));
        assertThat(broker.onCandle("SPY", bar(13, 96, 96, 94, 94)))
                .containsExactly(new Cancelled("y", "SPY", "NO_POSITION"));
        assertThat(broker.working()).isEmpty();
    }

    @Test
    void the_second_of_two_exits_ends_once_with_the_position() {
        SimulatedBroker broker = holding(FREE, Side.LONG, 0, 0);
        broker.submit(closing("x", Intent.EXIT, Side.LONG, 11));
        broker.submit(closing("y", Intent.EXIT, Side.LONG, 11));

        List<BrokerEvent> events = broker.onCandle("SPY", bar(12, 100, 100, 100, 100));

        assertThat(fills(events)).extracting(Execution::orderId).containsExactly("x");
        assertThat(events).hasSize(2).endsWith(new Cancelled("y", "SPY", "POSITION_CLOSED"));
        assertThat(broker.working()).isEmpty();
    }

    @Test
    void a_moved_stop_works_from_the_next_bar() {
        SimulatedBroker broker = holding(FREE, Side.LONG, 95, 0);
        broker.moveStop("SPY", "e", Micros.of(99));
        broker.moveStop("SPY", "unknown", Micros.of(1));
        broker.moveStop("QQQ", "e", Micros.of(2));

        assertThat(fills(broker.onCandle("SPY", bar(12, 100, 101, 98, 100)))
                        .getFirst()
                        .priceMicros())
                .isEqualTo(Micros.of(99));
    }

    @Test
    void ignores_a_repeated_ticket_and_cancels_only_what_waits() {
        SimulatedBroker broker = new SimulatedBroker(FREE);
        broker.submit(entry("e", Side.LONG, 95, 0));

        assertThat(broker.submit(entry("e", Side.LONG, 50, 0))).isEmpty();
        assertThat(broker.cancel("e", "no more")).containsExactly(new Cancelled("e", "SPY", "no more"));
        assertThat(broker.cancel("e", "no more")).isEmpty();
        assertThat(holding(FREE, Side.LONG, 95, 0).cancel("e", "too late")).isEmpty();
    }

    @Test
    void flattens_at_once_at_the_reference_price() {
        SimulatedBroker broker = holding(CostModel.defaults(), Side.LONG, 90, 0);
        broker.submit(closing("f", Intent.FLATTEN, Side.LONG, 11));

        List<BrokerEvent> events = broker.fillNow("f", 104, 11);

        assertThat(fills(events).getFirst().priceMicros()).isEqualTo(Micros.of(103.9896));
        assertThat(fills(events).getFirst().intent()).isEqualTo(Intent.FLATTEN);
        assertThat(events).contains(new Cancelled("e-stop", "SPY", "POSITION_CLOSED"));
        assertThat(broker.fillNow("f", 104, 11)).isEmpty();
        assertThat(broker.working()).isEmpty();
    }

    @Test
    void a_partial_exit_leaves_the_rest_with_its_stop() {
        SimulatedBroker broker = holding(FREE, Side.LONG, 95, 0);
        broker.submit(closing("x", Intent.EXIT, Side.LONG, 11).withShares(40));

        broker.onCandle("SPY", bar(12, 100, 100, 100, 100));

        Execution stopped =
                fills(broker.onCandle("SPY", bar(13, 95, 95, 94, 94))).getFirst();
        assertThat(stopped.shares()).isEqualTo(60);
    }

    @Test
    void the_order_of_symbols_within_a_bar_changes_nothing() {
        SimulatedBroker one = new SimulatedBroker(FREE);
        SimulatedBroker two = new SimulatedBroker(FREE, one.working());
        for (SimulatedBroker broker : List.of(one, two)) {
            broker.submit(entry("e", Side.LONG, 95, 0));
        }
        one.onCandle("SPY", bar(11, 100, 100, 94, 95));
        one.onCandle("QQQ", bar(11, 50, 50, 50, 50));
        two.onCandle("QQQ", bar(11, 50, 50, 50, 50));
        two.onCandle("SPY", bar(11, 100, 100, 94, 95));

        assertThat(one.working()).isEqualTo(two.working());
    }
}
