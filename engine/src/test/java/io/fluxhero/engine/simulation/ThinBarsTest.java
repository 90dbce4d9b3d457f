package io.fluxhero.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.BrokerEvent.Cancelled;
import io.fluxhero.engine.simulation.BrokerEvent.Filled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of an order that a bar lets fill only in part, and books in which nothing happens. */
class ThinBarsTest {

    /** A tenth of a bar's volume may be ours. */
    private static final CostModel A_TENTH = new CostModel(0, 0, 0.1, 0, 0.1);

    private static Ticket entry(Side side, long shares, double stop, double target, double cash) {
        return entry("e", side, shares, stop, target, cash);
    }

    private static Ticket entry(String id, Side side, long shares, double stop, double target, double cash) {
        return new Ticket(
                id,
                null,
                "SPY",
                10,
                Intent.ENTRY,
                side,
                null,
                shares,
                Micros.of(stop),
                Micros.of(target),
                Double.NaN,
                Double.NaN,
                Micros.of(cash));
    }

    private static Ticket exit(Side side, long shares) {
        return new Ticket("x", null, "SPY", 10, Intent.EXIT, side, null, shares, 0, 0, Double.NaN, Double.NaN, 0);
    }

    private static Candle bar(long time, double price, long volume) {
        return new Candle(time, price, price, price, price, volume);
    }

    private static List<Execution> fills(List<BrokerEvent> events) {
        return events.stream()
                .filter(Filled.class::isInstance)
                .map(event -> ((Filled) event).execution())
                .toList();
    }

    private static List<String> cancelled(List<BrokerEvent> events) {
        return events.stream()
                .filter(Cancelled.class::isInstance)
                .map(event -> ((Cancelled) event).orderId() + " " + ((Cancelled) event).reason())
                .toList();
    }

    private static SimulatedBroker holding(CostModel costs, Side side, long shares, double stop, double target) {
        SimulatedBroker broker = new SimulatedBroker(costs);
        broker.submit(entry(side, shares, stop, target, 1_000_000));
        broker.onCandle("SPY", bar(11, 100, 100_000));
        return broker;
    }

    @ParameterizedTest
    @CsvSource({"100, 50, ''", "100.01, 0, e INSUFFICIENT_CASH"})
    void the_rest_of_an_entry_has_the_rest_of_the_cash(double price, long filled, String ended) {
        SimulatedBroker broker = new SimulatedBroker(A_TENTH);
        broker.submit(entry(Side.LONG, 100, 90, 0, 10_000));
        assertThat(fills(broker.onCandle("SPY", bar(11, 100, 500))))
                .extracting(Execution::shares)
                .containsExactly(50L);

        List<BrokerEvent> events = broker.onCandle("SPY", bar(12, price, 500));

        assertThat(fills(events).stream().mapToLong(Execution::shares).sum()).isEqualTo(filled);
        assertThat(String.join(",", cancelled(events))).isEqualTo(ended);
        assertThat(broker.working())
                .extracting(order -> order.ticket().shares())
                .as("the position alone is left")
                .containsExactly(50 + filled);
    }

    @Test
    void the_rest_of_an_exit_waits_for_the_next_bar() {
        SimulatedBroker broker = holding(A_TENTH, Side.LONG, 100, 0, 0);
        broker.submit(exit(Side.LONG, 100));

        List<BrokerEvent> first = broker.onCandle("SPY", bar(12, 100, 300));

        assertThat(fills(first)).extracting(Execution::shares).containsExactly(30L);
        assertThat(broker.working())
                .extracting(
                        order -> order.ticket().orderId() + " " + order.ticket().shares())
                .containsExactly("e 70", "x 70");
        List<BrokerEvent> second = broker.onCandle("SPY", bar(13, 100, 10_000));
        assertThat(second).as("a position without legs leaves none behind").hasSize(1);
        assertThat(fills(second)).extracting(Execution::shares).containsExactly(70L);
        assertThat(broker.working()).isEmpty();
    }

    @Test
    void a_single_share_is_stopped_and_a_bar_without_room_stops_nothing() {
        SimulatedBroker broker = holding(A_TENTH, Side.LONG, 1, 90, 0);

        assertThat(broker.onCandle("SPY", bar(12, 90, 9))).isEmpty();
        assertThat(fills(broker.onCandle("SPY", bar(13, 90, 10))))
                .extracting(Execution::shares, Execution::priceMicros)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, Micros.of(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "LONG, 90, 110, 90.000001, 109.999999, true",
        "LONG, 90, 110, 90, 100, false",
        "LONG, 90, 110, 100, 110, false",
        "SHORT, 110, 90, 90.000001, 109.999999, true",
        "SHORT, 110, 90, 100, 110, false",
        "SHORT, 110, 90, 90, 100, false",
        "LONG, 0, 0, 1, 1000, true",
        "SHORT, 0, 0, 1, 1000, true"
    })
    void sleeps_through_a_bar_that_touches_no_leg(
            Side side, double stop, double target, double low, double high, boolean sleeps) {
        SimulatedBroker broker = holding(CostModel.none(), side, 100, stop, target);

        assertThat(broker.sleepsThrough("SPY", low, high)).isEqualTo(sleeps);
        assertThat(broker.sleepsThrough("QQQ", low, high)).isTrue();
    }

    @Test
    void a_waiting_order_keeps_a_book_awake() {
        SimulatedBroker broker = holding(CostModel.none(), Side.LONG, 100, 0, 0);
        broker.submit(exit(Side.LONG, 100));

        assertThat(broker.sleepsThrough("SPY", 100, 100)).isFalse();
    }

    @Test
    void a_split_changes_waiting_orders_and_positions() {
        SimulatedBroker broker = holding(CostModel.none(), Side.LONG, 100, 90, 110);
        broker.submit(exit(Side.LONG, 100).withTerms(OrderTerms.limit(Micros.of(120))));

        broker.onCorporateAction(new CorporateAction("SPY", 0, 2, 0));
        broker.onCorporateAction(new CorporateAction("QQQ", 0, 3, 0));

        assertThat(broker.working())
                .extracting(
                        order -> order.ticket().shares(),
                        WorkingOrder::stopMicros,
                        order -> order.ticket().terms().limitMicros())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(200L, Micros.of(45), 0L),
                        org.assertj.core.groups.Tuple.tuple(200L, 0L, Micros.of(60)));
    }

    @Test
    void closing_takes_the_legs_away_and_an_exit_without_position_goes_too() {
        SimulatedBroker broker = holding(CostModel.none(), Side.LONG, 100, 90, 110);
        broker.submit(exit(Side.LONG, 100));

        List<BrokerEvent> events = broker.fillNow("x", 105, 12);

        assertThat(fills(events)).extracting(Execution::priceMicros).containsExactly(Micros.of(105));
        assertThat(cancelled(events)).containsExactly("e-stop POSITION_CLOSED", "e-target POSITION_CLOSED");
        assertThat(broker.fillNow("x", 105, 12)).isEmpty();
        broker.submit(exit(Side.LONG, 100));
        assertThat(cancelled(broker.fillNow("x", 105, 13))).containsExactly("x NO_POSITION");
        assertThat(broker.working()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LONG, 100, 101, 90, 95, 90",
        "LONG, 100, 110, 99, 105, 110",
        "LONG, 110, 112, 89, 105, 110",
        "LONG, 120, 120, 89, 105, 120",
        "LONG, 80, 112, 79, 105, 80",
        "SHORT, 100, 101, 90, 95, 90",
        "SHORT, 100, 110, 99, 105, 110"
    })
    void a_leg_that_is_just_touched_fills_at_its_price_or_at_the_open_beyond_it(
            Side side, double open, double high, double low, double close, double price) {
        boolean isLong = side == Side.LONG;
        SimulatedBroker broker = holding(CostModel.none(), side, 100, isLong ? 90 : 110, isLong ? 110 : 90);

        List<Execution> fills = fills(broker.onCandle("SPY", new Candle(12, open, high, low, close, 1_000)));

        assertThat(fills).extracting(Execution::priceMicros).containsExactly(Micros.of(price));
    }

    @ParameterizedTest
    @CsvSource({"LONG, 90, 89, 112, 110", "SHORT, 110, 111, 88, 90"})
    void a_stop_that_found_no_room_sells_at_the_next_open_wherever_that_is(
            Side side, double stop, double through, double back, double target) {
        SimulatedBroker broker = holding(A_TENTH, side, 100, stop, target);
        broker.onCandle("SPY", bar(12, through, 9));

        assertThat(broker.sleepsThrough("SPY", back, back)).isFalse();
        List<Execution> fills = fills(broker.onCandle("SPY", bar(13, back, 10_000)));

        assertThat(fills)
                .extracting(Execution::intent, Execution::shares, Execution::priceMicros)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Intent.PROTECTIVE_STOP, 100L, Micros.of(back)));
        assertThat(broker.working()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LONG, 90, 89, 99", "SHORT, 110, 111, 101"})
    void a_stop_that_found_no_room_still_gives_up_slippage(Side side, double stop, double through, double price) {
        SimulatedBroker broker = holding(new CostModel(0, 0.01, 0.1, 0, 0.1), side, 100, stop, 0);
        broker.onCandle("SPY", bar(12, through, 9));

        List<Execution> fills = fills(broker.onCandle("SPY", bar(13, 100, 10_000)));

        assertThat(fills).extracting(Execution::priceMicros).containsExactly(Micros.of(price));
    }

    @Test
    void a_short_without_a_stop_is_never_stopped() {
        SimulatedBroker broker = holding(CostModel.none(), Side.SHORT, 100, 0, 90);

        List<Execution> fills = fills(broker.onCandle("SPY", new Candle(12, 100, 120, 89, 100, 1_000)));

        assertThat(fills)
                .extracting(Execution::intent, Execution::priceMicros)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Intent.TAKE_PROFIT, Micros.of(90)));
    }

    @Test
    void the_legs_of_one_symbol_share_the_room_of_a_bar() {
        SimulatedBroker broker = new SimulatedBroker(A_TENTH);
        broker.submit(entry("l", Side.LONG, 60, 90, 0, 1_000_000));
        broker.submit(entry("s", Side.SHORT, 60, 0, 90, 0));
        broker.onCandle("SPY", bar(11, 100, 100_000));

        List<Execution> fills = fills(broker.onCandle("SPY", bar(12, 90, 1_000)));

        assertThat(fills)
                .extracting(Execution::orderId, Execution::shares)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("l-stop", 60L),
                        org.assertj.core.groups.Tuple.tuple("s-target", 40L));
    }

    @Test
    void what_a_thin_bar_left_of_a_stopped_position_goes_at_the_next_open() {
        SimulatedBroker broker = holding(A_TENTH, Side.LONG, 100, 90, 110);

        List<Execution> first = fills(broker.onCandle("SPY", bar(12, 89, 300)));
        SimulatedBroker restarted = new SimulatedBroker(A_TENTH, broker.working());
        List<Execution> second = fills(restarted.onCandle("SPY", bar(13, 112, 10_000)));

        assertThat(first).extracting(Execution::shares).containsExactly(30L);
        assertThat(second)
                .as("a market order since it was touched, and no longer a target")
                .extracting(Execution::intent, Execution::shares, Execution::priceMicros)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Intent.PROTECTIVE_STOP, 70L, Micros.of(112)));
    }

    @ParameterizedTest
    @CsvSource({"9, 100", "400, 60"})
    void a_stop_order_that_triggered_is_a_market_order_for_what_is_left(long thin, long left) {
        SimulatedBroker broker = new SimulatedBroker(A_TENTH);
        broker.submit(entry(Side.LONG, 100, 90, 0, 1_000_000).withTerms(OrderTerms.stop(Micros.of(105))));
        assertThat(fills(broker.onCandle("SPY", bar(11, 104, 10_000)))).isEmpty();

        broker.onCandle("SPY", bar(12, 106, thin));
        List<Execution> rest = fills(broker.onCandle("SPY", bar(13, 101, 10_000)));

        assertThat(rest)
                .extracting(Execution::shares, Execution::priceMicros)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(left, Micros.of(101)));
    }
}
