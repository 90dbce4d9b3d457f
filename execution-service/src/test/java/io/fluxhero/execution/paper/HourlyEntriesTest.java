package io.fluxhero.execution.paper;

import static io.fluxhero.execution.domain.order.Given.anEntry;
import static io.fluxhero.execution.domain.order.Given.anExit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.Directly;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.execution.domain.order.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that wait for the full hour, over bars of five minutes. */
class HourlyEntriesTest {

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final PaperBroker broker = brokerWith(true, 0);

    private PaperBroker brokerWith(boolean hourlyClose, double maxVolumeRatio) {
        CostModel costs = new CostModel(0, 0, 0, 0, maxVolumeRatio);
        PaperTerms terms = new PaperTerms("PAPER-001", new BigDecimal("100000"), costs, 0, Duration.ZERO, hourlyClose);
        return new PaperBroker(new Directly(), ledger, terms);
    }

    private static Instant at(String newYork) {
        return LocalDateTime.parse("2020-03-" + newYork)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
    }

    private static Bar bar(String opens) {
        BigDecimal price = new BigDecimal("100");
        Instant open = at(opens);
        return new Bar(
                "SPX", "5m", open, price, price, price, price, 1_000, "cnd-" + open, open.plus(Duration.ofMinutes(5)));
    }

    private static Submission give(PaperBroker to, Order order, String when) {
        NewOrder whole = NewOrder.of(order);
        return to.submit(new NewOrder(whole.clientOrderId(), whole.account(), whole.instruction(), at(when)));
    }

    private List<String> told() {
        return broker.reportsAfter(0, 100).stream()
                .map(report -> report.fact().getClass().getSimpleName() + " "
                        + report.fact().orderId())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "03T10:35, 03T10:55, 03T11:00",
        "03T10:59:59, 03T10:55, 03T11:00",
        "03T11:00, 03T10:55, 03T11:00",
        "03T14:05, 03T14:55, 03T15:00",
        "09T10:35, 09T10:55, 09T11:00"
    })
    void an_entry_goes_out_at_the_next_full_hour_of_new_york(String given, String before, String fills) {
        broker.pass(bar("03T09:30"));
        give(broker, anEntry("e"), given);

        broker.pass(bar(before));
        assertThat(told()).containsExactly("Accepted e");
        broker.pass(bar(fills));

        assertThat(told()).contains("Filled e");
    }

    @Test
    void one_that_finds_no_bar_within_its_minute_expires() {
        broker.pass(bar("03T10:30"));
        give(broker, anEntry("e"), "03T10:35");

        broker.pass(bar("03T11:05"));

        assertThat(told()).containsExactly("Accepted e", "Expired e");
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void one_of_the_last_bar_does_not_wait_for_the_next_day() {
        broker.pass(bar("03T15:55"));
        give(broker, anEntry("e"), "03T16:00");

        broker.pass(bar("04T09:30"));

        assertThat(told()).containsExactly("Accepted e", "Expired e");
    }

    @Test
    void one_whose_hour_comes_after_the_close_is_refused() {
        broker.pass(bar("03T15:30"));

        assertThat(give(broker, anEntry("e"), "03T15:35"))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("AFTER_THE_CLOSE"));
        assertThat(told()).isEmpty();
    }

    @Test
    void exits_do_not_wait() {
        broker.pass(bar("03T10:50"));
        give(broker, anEntry("e"), "03T10:55");
        broker.pass(bar("03T11:00"));
        give(broker, anExit("x", Side.LONG, 100), "03T11:05");

        broker.pass(bar("03T11:05"));

        assertThat(told()).contains("Filled x");
    }

    @Test
    void the_rest_of_one_that_filled_in_part_works_on() {
        broker.pass(bar("03T10:50"));
        give(broker, anEntry("e"), "03T10:55");
        brokerWith(true, 0.04).pass(bar("03T11:00"));

        broker.pass(bar("03T11:05"));

        assertThat(told()).filteredOn("Filled e"::equals).hasSize(2);
        assertThat(broker.account().shares()).containsEntry("SPX", 100L);
    }

    @Test
    void without_the_option_an_entry_meets_the_next_bar() {
        PaperBroker plain = brokerWith(false, 0);
        plain.pass(bar("03T10:30"));
        give(plain, anEntry("e"), "03T10:35");

        plain.pass(bar("03T10:35"));

        assertThat(told()).contains("Filled e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "4h", "1d", "1wk"})
    void bars_of_an_hour_or_more_are_not_for_it(String timeframe) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HourlyEntries.requireWithinTheHour(timeframe))
                .withMessageContaining("hourly-close needs bars shorter than an hour, not " + timeframe);
        assertThatCode(() -> HourlyEntries.requireWithinTheHour("30m")).doesNotThrowAnyException();
    }
}
