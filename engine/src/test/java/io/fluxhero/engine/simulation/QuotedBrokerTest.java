package io.fluxhero.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.simulation.QuotedOrder.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker that knows only last prices (domain specification h.4). */
class QuotedBrokerTest {

    private static final QuoteSlippage NONE = new QuoteSlippage(0);

    private static QuotedBroker aBrokerWith(double cash) {
        return new QuotedBroker(Micros.of(cash), NONE);
    }

    private static QuotedOrder order(String id, boolean buys, long shares, OrderTerms terms) {
        return new QuotedOrder(id, "SPY", buys, shares, terms);
    }

    private static QuotedOrder buying(long shares) {
        return order("b" + shares, true, shares, OrderTerms.MARKET);
    }

    private static QuotedOrder selling(long shares) {
        return order("s" + shares, false, shares, OrderTerms.MARKET);
    }

    /** 100 shares bought at 50 of 10,000; 5,000 are left. */
    private static QuotedBroker holding() {
        QuotedBroker broker = aBrokerWith(10_000);
        broker.onPrice("SPY", Micros.of(50));
        broker.submit(buying(100));
        return broker;
    }

    @Test
    void a_buyer_pays_more_than_the_last_price_and_a_seller_gets_less() {
        assertThat(QuoteSlippage.DEFAULT.priceMicros(Micros.of(100), true)).isEqualTo(Micros.of(100.05));
        assertThat(QuoteSlippage.DEFAULT.priceMicros(Micros.of(100), false)).isEqualTo(Micros.of(99.95));
        assertThat(QuoteSlippage.DEFAULT.costMicros(Micros.of(100), 20, true)).isEqualTo(Micros.of(1));
        assertThat(QuoteSlippage.DEFAULT.costMicros(Micros.of(100), 20, false)).isEqualTo(Micros.of(1));
    }

    @Test
    void a_market_order_fills_at_once_with_slippage() {
        QuotedBroker broker = new QuotedBroker(Micros.of(10_000), QuoteSlippage.DEFAULT);
        broker.onPrice("SPY", Micros.of(50));

        QuotedOrder filled = broker.submit(buying(100));

        assertThat(filled.state()).isEqualTo(State.FILLED);
        assertThat(filled.priceMicros()).isEqualTo(Micros.of(50.025));
        assertThat(broker.cashMicros()).isEqualTo(Micros.of(10_000 - 5_002.5));
        assertThat(broker.holdings().get("SPY").averageMicros()).isEqualTo(Micros.of(50.025));
        assertThat(broker.equityMicros()).isEqualTo(Micros.of(10_000 - 2.5));
        assertThat(broker.orders()).containsExactly(filled);
        assertThat(broker.lastMicros("SPY")).contains(Micros.of(50));
        assertThat(broker.lastMicros("QQQ")).isEmpty();
    }

    @Test
    void an_order_id_is_good_for_one_order() {
        QuotedBroker broker = aBrokerWith(10_000);
        broker.onPrice("SPY", Micros.of(50));
        QuotedOrder first = broker.submit(buying(100));

        assertThat(broker.submit(buying(100))).isEqualTo(first);
        assertThat(broker.holdings().get("SPY").shares()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"200, FILLED", "201, REJECTED", "0, REJECTED", "-1, REJECTED", "1, FILLED"})
    void all_the_cash_may_be_spent_and_no_more(long shares, State state) {
        QuotedBroker broker = aBrokerWith(10_000);
        broker.onPrice("SPY", Micros.of(50));

        assertThat(broker.submit(buying(shares)).state()).isEqualTo(state);
        assertThat(broker.cashMicros()).isEqualTo(Micros.of(state == State.FILLED ? 10_000 - 50.0 * shares : 10_000));
    }

    @ParameterizedTest
    @CsvSource({"100, FILLED", "101, REJECTED", "40, FILLED"})
    void all_that_is_held_may_be_sold_and_no_more(long shares, State state) {
        QuotedBroker broker = holding();

        assertThat(broker.submit(selling(shares)).state()).isEqualTo(state);
        assertThat(aBrokerWith(1).submit(selling(1)).state()).isEqualTo(State.REJECTED);
    }

    @Test
    void a_market_order_needs_a_price_and_a_limit_order_waits_for_one() {
        QuotedBroker broker = aBrokerWith(10_000);

        assertThat(broker.submit(buying(1)).state()).isEqualTo(State.REJECTED);
        assertThat(broker.submit(order("l", true, 1, OrderTerms.limit(Micros.of(50))))
                        .state())
                .isEqualTo(State.PENDING);
        assertThat(broker.submit(order("z", true, 0, OrderTerms.limit(Micros.of(50))))
                        .state())
                .isEqualTo(State.REJECTED);
    }

    @Test
    void buying_more_averages_and_selling_realizes_against_the_average() {
        QuotedBroker broker = holding();
        broker.onPrice("SPY", Micros.of(40));
        broker.submit(buying(50));
        assertThat(broker.holdings().get("SPY").shares()).isEqualTo(150);
        assertThat(broker.holdings().get("SPY").costMicros()).isEqualTo(Micros.of(7_000));
        assertThat(broker.cashMicros()).isEqualTo(Micros.of(3_000));

        broker.onPrice("SPY", Micros.of(60));
        broker.submit(selling(120));

        assertThat(broker.cashMicros()).isEqualTo(Micros.of(3_000 + 7_200));
        assertThat(broker.realizedMicros())
                .as("120 at 60 less 120 at 46.666667")
                .isEqualTo(Micros.of(7_200 - 120 * 46.666667));
        assertThat(broker.holdings().get("SPY").shares()).isEqualTo(30);
        assertThat(broker.holdings().get("SPY").costMicros()).isEqualTo(Micros.of(7_000 - 120 * 46.666667));
        assertThat(broker.equityMicros()).isEqualTo(Micros.of(10_200 + 1_800));

        broker.submit(selling(30));

        assertThat(broker.holdings()).isEmpty();
        assertThat(broker.realizedMicros()).isEqualTo(Micros.of(9_000 - 7_000));
        assertThat(broker.equityMicros()).isEqualTo(Micros.of(12_000));
    }

    @ParameterizedTest
    @CsvSource({"true, 48.01, PENDING", "true, 48, FILLED", "false, 51.99, PENDING", "false, 52, FILLED"})
    void a_limit_order_fills_at_the_limit_or_better(boolean buys, double price, State state) {
        QuotedBroker broker = holding();
        QuotedOrder order = order("l", buys, 10, OrderTerms.limit(Micros.of(buys ? 48 : 52)));
        assertThat(broker.submit(order).state()).isEqualTo(State.PENDING);

        broker.onPrice("SPY", Micros.of(price));

        QuotedOrder now = broker.submit(order);
        assertThat(now.state()).isEqualTo(state);
        assertThat(now.priceMicros()).isEqualTo(state == State.FILLED ? Micros.of(price) : 0);
    }

    @ParameterizedTest
    @CsvSource({"true, 51.99, PENDING", "true, 52, FILLED", "false, 48.01, PENDING", "false, 48, FILLED"})
    void a_stop_order_fills_once_the_price_is_at_the_trigger_or_beyond(boolean buys, double price, State state) {
        QuotedBroker broker = holding();
        QuotedOrder order = order("t", buys, 10, OrderTerms.stop(Micros.of(buys ? 52 : 48)));
        assertThat(broker.submit(order).state()).isEqualTo(State.PENDING);

        broker.onPrice("SPY", Micros.of(price));

        assertThat(broker.submit(order).state()).isEqualTo(state);
    }

    @Test
    void a_stop_limit_order_remembers_its_trigger_until_the_limit_is_met() {
        QuotedBroker broker = holding();
        QuotedOrder order = order("t", true, 10, OrderTerms.stopLimit(Micros.of(52), Micros.of(51)));
        broker.submit(order);
        broker.onPrice("SPY", Micros.of(50.5));
        assertThat(broker.submit(order).state()).as("not triggered yet").isEqualTo(State.PENDING);

        broker.onPrice("SPY", Micros.of(53));
        assertThat(broker.submit(order))
                .extracting(QuotedOrder::state, QuotedOrder::triggered)
                .containsExactly(State.PENDING, true);
        broker.onPrice("SPY", Micros.of(50.5));

        assertThat(broker.submit(order))
                .extracting(QuotedOrder::state, QuotedOrder::priceMicros)
                .containsExactly(State.FILLED, Micros.of(50.5));
    }

    @Test
    void a_selling_order_that_waits_for_more_than_is_held_is_rejected() {
        QuotedBroker broker = holding();

        assertThat(broker.submit(order("a", false, 100, OrderTerms.limit(Micros.of(60))))
                        .state())
                .isEqualTo(State.PENDING);
        assertThat(broker.submit(order("b", false, 101, OrderTerms.limit(Micros.of(60))))
                        .state())
                .isEqualTo(State.REJECTED);
        assertThat(broker.submit(order("c", true, 101, OrderTerms.limit(Micros.of(40))))
                        .state())
                .isEqualTo(State.PENDING);
    }

    @Test
    void a_price_of_another_symbol_and_a_done_order_change_nothing() {
        QuotedBroker broker = holding();
        QuotedOrder waiting = order("l", true, 10, OrderTerms.limit(Micros.of(48)));
        broker.submit(waiting);

        broker.onPrice("QQQ", Micros.of(1));

        assertThat(broker.submit(waiting).state()).isEqualTo(State.PENDING);
        assertThat(broker.cancel("l")).isTrue();
        assertThat(broker.cancel("l")).isFalse();
        assertThat(broker.cancel("b100")).as("filled").isFalse();
        assertThat(broker.cancel("never")).isFalse();
        broker.onPrice("SPY", Micros.of(40));
        assertThat(broker.submit(waiting).state()).isEqualTo(State.CANCELLED);
        assertThat(broker.holdings().get("SPY").shares()).isEqualTo(100);
    }
}
