package io.fluxhero.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxhero.engine.market.Candle;
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

/** Limits, stops and stop-limits, orders for the day, and bars too thin for an order (domain specification g.3). */
class WaitingOrdersTest {

    private static final CostModel ONE_PERCENT = new CostModel(0, 0.01, 0.1, 0);

    private static Ticket ticket(String id, Intent intent, Side side, OrderTerms terms) {
        return new Ticket(
                        id,
                        null,
                        "SPY",
                        10,
                        intent,
                        side,
                        null,
                        100,
                        0,
                        0,
                        Double.NaN,
                        Double.NaN,
                        Micros.of(1_000_000))
                .withTerms(terms);
    }

    private static Ticket legs(Ticket ticket, double stop, double target) {
        return new Ticket(
                ticket.orderId(),
                null,
                "SPY",
                10,
                Intent.ENTRY,
                ticket.side(),
                null,
                100,
                Micros.of(stop),
                Micros.of(target),
                Double.NaN,
                Double.NaN,
                ticket.cashLimitMicros(),
                ticket.terms(),
                0);
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

    private static double price(Ticket ticket, Candle candle) {
        SimulatedBroker broker = new SimulatedBroker(ONE_PERCENT);
        broker.submit(ticket);
        List<Execution> fills = fills(broker.onCandle("SPY", candle));
        return fills.isEmpty() ? 0 : Micros.toDouble(fills.getFirst().priceMicros());
    }

    @ParameterizedTest
    @CsvSource({
        // side, open, high, low, price of a limit at 100; 0 is no fill
        "LONG, 101, 102, 100.000001, 0",
        "LONG, 101, 102, 100, 100",
        "LONG, 101, 102, 99, 100",
        "LONG, 97, 99, 96, 97",
        "SHORT, 99, 99.999999, 98, 0",
        "SHORT, 99, 100, 98, 100",
        "SHORT, 103, 104, 102, 103",
    })
    void a_limit_fills_only_where_the_bar_traded_and_never_worse(
            Side side, double open, double high, double low, double price) {
        Ticket ticket = ticket("e", Intent.ENTRY, side, OrderTerms.limit(Micros.of(100.0)));

        assertThat(price(ticket, bar(11, open, high, low, open))).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        // side, open, high, low, price of a stop at 100 with 1 % slippage
        "LONG, 98, 99.999999, 97, 0",
        "LONG, 98, 100, 97, 101",
        "LONG, 104, 105, 103, 105.04",
        "SHORT, 102, 103, 100.000001, 0",
        "SHORT, 102, 103, 100, 99",
        "SHORT, 96, 97, 95, 95.04",
    })
    void a_stop_fills_on_touch_and_a_gap_through_it_at_the_open(
            Side side, double open, double high, double low, double price) {
        Ticket ticket = ticket("e", Intent.ENTRY, side, OrderTerms.stop(Micros.of(100.0)));

        assertThat(price(ticket, bar(11, open, high, low, open))).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        // open, high, low, close, limit, price; a stop-limit buys once 100 is touched
        "98, 99, 97, 98, 101, 0",
        "98, 102, 97, 101, 101, 100",
        "100.5, 102, 100.2, 101, 101, 100.5",
        "103, 104, 102, 103, 101, 0",
        "103, 104, 100.5, 101, 101, 101",
        "98, 102, 97, 101, 99, 0",
        "98, 102, 97, 98.5, 99, 99",
        "98, 102, 97, 99, 99, 99",
        "98, 102, 97, 101, 100, 100",
        "100, 101, 98, 101, 99, 99",
    })
    void a_stop_limit_is_a_limit_once_it_was_triggered(
            double open, double high, double low, double close, double limit, double price) {
        OrderTerms terms = OrderTerms.stopLimit(Micros.of(100.0), Micros.of(limit));

        assertThat(price(ticket("e", Intent.ENTRY, Side.LONG, terms), bar(11, open, high, low, close)))
                .isEqualTo(price);
    }

    @Test
    void a_stop_that_was_never_touched_goes_on_waiting_for_its_trigger() {
        SimulatedBroker broker = new SimulatedBroker(ONE_PERCENT);
        broker.submit(ticket("s", Intent.ENTRY, Side.LONG, OrderTerms.stop(Micros.of(100.0))));
        broker.submit(ticket("l", Intent.ENTRY, Side.LONG, OrderTerms.stopLimit(Micros.of(100.0), Micros.of(101.0))));

        assertThat(broker.onCandle("SPY", bar(11, 98, 99, 97, 98))).isEmpty();
        assertThat(broker.onCandle("SPY", bar(12, 98, 99, 97, 98))).isEmpty();
        assertThat(broker.working())
                .hasSize(2)
                .noneMatch(order -> order.progress().triggered());
    }

    @Test
    void a_triggered_stop_limit_waits_at_its_limit_across_a_restart() {
        SimulatedBroker broker = new SimulatedBroker(ONE_PERCENT);
        OrderTerms terms = OrderTerms.stopLimit(Micros.of(100.0), Micros.of(101.0));
        broker.submit(ticket("e", Intent.ENTRY, Side.LONG, terms));
        broker.onCandle("SPY", bar(11, 103, 104, 102, 103));

        SimulatedBroker restored = new SimulatedBroker(ONE_PERCENT, broker.working());
        List<Execution> fills = fills(restored.onCandle("SPY", bar(12, 99, 99.5, 98, 99)));

        assertThat(fills).extracting(Execution::priceMicros).containsExactly(Micros.of(99.0));
    }

    @Test
    void works_until_cancelled_unless_it_is_for_the_day() {
        SimulatedBroker broker = new SimulatedBroker(ONE_PERCENT);
        OrderTerms limit = OrderTerms.limit(Micros.of(90.0));
        broker.submit(ticket("gtc", Intent.ENTRY, Side.LONG, limit));
        broker.submit(ticket("day", Intent.ENTRY, Side.LONG, limit.forTheDay()));

        assertThat(broker.onCandle("SPY", bar(11, 100, 101, 99, 100), 1)).isEmpty();
        assertThat(broker.onCandle("SPY", bar(12, 100, 101, 99, 100), 1)).isEmpty();
        assertThat(broker.onCandle("SPY", bar(13, 80, 101, 80, 100), 2))
                .startsWith(new Cancelled("day", "SPY", "EXPIRED"))
                .hasSize(2);
        assertThat(broker.working()).hasSize(1).allMatch(WorkingOrder::isPosition);
    }

    @Test
    void an_order_for_the_day_lives_for_one_bar_where_bars_are_sessions() {
        SimulatedBroker broker = new SimulatedBroker(ONE_PERCENT, List.of(), true);
        broker.submit(ticket(
                "day",
                Intent.ENTRY,
                Side.LONG,
                OrderTerms.limit(Micros.of(90.0)).forTheDay()));

        assertThat(broker.onCandle("SPY", bar(11, 100, 101, 99, 100), 1))
                .containsExactly(new Cancelled("day", "SPY", "EXPIRED"));
        assertThat(broker.working()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // low, close, what the bar of the entry at 90 does: stop 85, target 95
        "84, 94, PROTECTIVE_STOP",
        "89, 94, ENTRY",
        "89, 96, TAKE_PROFIT",
        "84, 96, PROTECTIVE_STOP",
    })
    void within_the_bar_of_an_entry_below_the_open_only_what_came_later_counts(double low, double close, Intent last) {
        SimulatedBroker broker = new SimulatedBroker(CostModel.none());
        broker.submit(legs(ticket("e", Intent.ENTRY, Side.LONG, OrderTerms.limit(Micros.of(90.0))), 85, 95));

        List<Execution> fills = fills(broker.onCandle("SPY", bar(11, 100, 101, low, close)));

        assertThat(fills.getLast().intent()).isEqualTo(last);
        assertThat(fills.getFirst().priceMicros()).isEqualTo(Micros.of(90.0));
    }

    @Test
    void the_stop_of_an_entry_above_the_open_fills_at_its_price_not_at_the_open_before_it() {
        SimulatedBroker broker = new SimulatedBroker(CostModel.none());
        broker.submit(legs(ticket("e", Intent.ENTRY, Side.LONG, OrderTerms.stop(Micros.of(105.0))), 102, 120));

        List<Execution> fills = fills(broker.onCandle("SPY", bar(11, 100, 106, 99, 101)));

        assertThat(fills).extracting(Execution::priceMicros).containsExactly(Micros.of(105.0), Micros.of(102.0));
    }

    @Test
    void a_thin_bar_fills_a_part_and_the_rest_works_on() {
        CostModel aTwentieth = new CostModel(0.01, 0, 0.1, 0, 0.05);
        SimulatedBroker broker = new SimulatedBroker(aTwentieth);
        broker.submit(legs(ticket("e", Intent.ENTRY, Side.LONG, OrderTerms.MARKET), 90, 0));

        List<Execution> first = fills(broker.onCandle("SPY", bar(11, 100, 101, 99, 100)));
        List<Execution> second = fills(broker.onCandle("SPY", bar(12, 101, 102, 100, 101)));
        broker.submit(ticket("x", Intent.EXIT, Side.LONG, OrderTerms.MARKET));
        List<Execution> third = fills(broker.onCandle("SPY", bar(13, 102, 103, 80, 81)));
        List<Execution> fourth = fills(broker.onCandle("SPY", bar(14, 80, 81, 79, 80)));

        assertThat(first).extracting(Execution::shares).containsExactly(50L);
        assertThat(first.getFirst().commissionMicros()).isEqualTo(Micros.of(0.5));
        assertThat(second).extracting(Execution::shares).containsExactly(50L);
        assertThat(third).as("the exit took what the bar had; the stop waits").hasSize(1);
        assertThat(fourth).extracting(Execution::intent).containsExactly(Intent.EXIT);
        assertThat(broker.working()).isEmpty();
    }

    @Test
    void the_rest_of_an_entry_goes_with_its_position() {
        SimulatedBroker broker = new SimulatedBroker(new CostModel(0, 0, 0.1, 0, 0.05));
        broker.submit(legs(ticket("e", Intent.ENTRY, Side.LONG, OrderTerms.MARKET), 90, 0));
        broker.onCandle("SPY", bar(11, 100, 101, 99, 100));
        broker.cancel("e", "enough");
        broker.submit(legs(ticket("e2", Intent.ENTRY, Side.LONG, OrderTerms.limit(Micros.of(1.0))), 90, 0));

        List<BrokerEvent> events = broker.onCandle("SPY", bar(12, 89, 89, 88, 88));

        assertThat(fills(events)).extracting(Execution::intent).containsExactly(Intent.PROTECTIVE_STOP);
        assertThat(broker.working())
                .extracting(order -> order.ticket().orderId())
                .containsExactly("e2");
    }

    @Test
    void terms_without_their_price_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderTerms(OrderTerms.Type.LIMIT, 0, 0, OrderTerms.TimeInForce.GTC))
                .withMessageContaining("LIMIT cannot have limit 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderTerms(OrderTerms.Type.MARKET, 0, 1, OrderTerms.TimeInForce.GTC));
    }
}
