package io.fluxhero.execution.paper;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.THURSDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static io.fluxhero.execution.domain.order.Given.aFlatten;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.Directly;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.Quote;
import io.fluxhero.execution.domain.order.Fill;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spread, latency, and terms that make no sense. */
class PaperTermsTest {

    private static final BigDecimal CAPITAL = new BigDecimal("100000");
    private static final Instant CLOSE_OF_MONDAY = MONDAY.plus(Duration.ofDays(1));

    private final LedgerInMemory ledger = new LedgerInMemory();

    private PaperBroker brokerWith(double spreadBps, Duration latency) {
        PaperTerms terms = new PaperTerms("PAPER-001", CAPITAL, CostModel.none(), spreadBps, latency, false);
        return new PaperBroker(new Directly(), ledger, terms);
    }

    private static Bar bar(Instant time, String price) {
        return PaperBrokerTest.bar("SPX", time, price, price, price, price);
    }

    private static List<Fill> fillsFrom(PaperBroker broker) {
        return broker.reportsAfter(0, 100).stream()
                .map(BrokerReport::fact)
                .filter(BrokerReport.Filled.class::isInstance)
                .map(fact -> ((BrokerReport.Filled) fact).fill())
                .toList();
    }

    private static NewOrder sent(String id, Instant at) {
        NewOrder order = NewOrder.of(anEntry(id));
        return new NewOrder(id, order.account(), order.instruction(), at);
    }

    @Test
    void a_market_order_loses_half_the_spread_on_the_way_in_and_on_the_way_out() {
        PaperBroker broker = brokerWith(20, Duration.ZERO);
        broker.submit(NewOrder.of(anEntry("e")));
        broker.pass(bar(TUESDAY, "100"));
        broker.submit(NewOrder.of(aFlatten("f", Side.LONG, 100)));

        assertThat(fillsFrom(broker)).extracting(Fill::price).containsExactly(price("100.1"), price("99.9"));
        assertThat(fillsFrom(broker))
                .allSatisfy(fill -> assertThat(fill.slippage()).isEqualByComparingTo("10"));
        assertThat(broker.account().cash()).isEqualByComparingTo("99980");
    }

    @Test
    void the_stop_of_a_position_loses_it_too_and_a_target_does_not() {
        PaperBroker broker = brokerWith(20, Duration.ZERO);
        broker.submit(NewOrder.of(anEntry("a", Side.LONG, 100, "95", "110")));
        broker.pass(bar(TUESDAY, "100"));
        broker.pass(PaperBrokerTest.bar("SPX", WEDNESDAY, "96", "96", "94", "95"));
        broker.submit(NewOrder.of(anEntry("b", Side.LONG, 100, "95", "110")));
        broker.pass(bar(THURSDAY, "100"));
        broker.pass(PaperBrokerTest.bar("SPX", THURSDAY.plus(Duration.ofDays(1)), "109", "111", "108", "109"));

        assertThat(fillsFrom(broker))
                .extracting(Fill::price)
                .containsExactly(price("100.1"), price("94.905"), price("100.1"), price("110"));
    }

    @Test
    void quotes_the_last_close_with_half_the_spread_on_either_side() {
        assertThat(brokerWith(20, Duration.ZERO).quote("SPX")).isEmpty();

        brokerWith(20, Duration.ZERO).pass(bar(TUESDAY, "100"));

        assertThat(brokerWith(20, Duration.ZERO).quote("SPX"))
                .contains(new Quote(price("99.9"), price("100.1")))
                .hasValueSatisfying(quote -> assertThat(quote.middle()).isEqualByComparingTo("100"));
        assertThat(brokerWith(0, Duration.ZERO).quote("SPX"))
                .hasValueSatisfying(quote -> assertThat(quote.bid()).isEqualByComparingTo(quote.ask()));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 101", "PT0.001S, 102", "PT24H, 102"})
    void an_order_meets_the_first_bar_that_opens_once_it_has_arrived(Duration latency, String fill) {
        PaperBroker broker = brokerWith(0, latency);
        broker.pass(bar(MONDAY, "100"));
        broker.submit(sent("e", CLOSE_OF_MONDAY));

        broker.pass(bar(TUESDAY, "101"));
        brokerWith(0, latency).pass(bar(WEDNESDAY, "102"));

        assertThat(fillsFrom(broker)).extracting(Fill::price).containsExactly(price(fill));
    }

    @Test
    void a_pause_between_bars_that_is_as_long_as_the_latency_costs_no_bar() {
        PaperBroker broker = brokerWith(0, Duration.ofHours(1));
        broker.pass(bar(MONDAY, "100"));
        broker.submit(sent("e", TUESDAY.minus(Duration.ofHours(1))));

        broker.pass(bar(TUESDAY, "101"));

        assertThat(fillsFrom(broker)).hasSize(1);
    }

    @Test
    void an_order_before_the_first_bar_meets_it_since_the_market_has_no_time_yet() {
        PaperBroker broker = brokerWith(0, Duration.ofHours(1));
        broker.submit(sent("e", Instant.parse("2026-01-01T00:00:00Z")));

        broker.pass(bar(TUESDAY, "101"));

        assertThat(fillsFrom(broker)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, PT0S, 100000, 0, spread-bps must be a number from 0 to 1000.0",
        "1001, PT0S, 100000, 0, spread-bps",
        "NaN, PT0S, 100000, 0, spread-bps",
        "0, PT-1S, 100000, 0, latency must be from PT0S to PT24H",
        "0, PT25H, 100000, 0, latency",
        "0, PT0S, 0, 0, initial-capital must be above 0",
        "0, PT0S, 100000, 1.1, max-volume-ratio must be a number from 0 to 1.0",
        "0, PT0S, 100000, -0.1, max-volume-ratio"
    })
    void terms_that_make_no_sense_name_their_setting(
            double spreadBps, Duration latency, BigDecimal capital, double volume, String said) {
        CostModel costs = new CostModel(0, 0, 0, 0, volume);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaperTerms("PAPER-001", capital, costs, spreadBps, latency, false))
                .withMessageStartingWith("fluxhero.execution.paper.")
                .withMessageContaining(said);
    }

    private static BigDecimal price(String text) {
        return new BigDecimal(text).setScale(6);
    }
}
