package io.fluxhero.execution.domain.order;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.THURSDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    @Test
    void is_filled_in_parts_at_the_mean_price() {
        Order working = working(Given.anEntry("o"));

        Order part = working.filledBy(Given.aFill(working, "o", 40, "100.00", "0.20", TUESDAY), TUESDAY);
        Order whole = part.filledBy(Given.aFill(working, "o", 60, "101.00", "0.30", TUESDAY), TUESDAY);

        assertThat(part.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(part.remaining()).isEqualTo(60);
        assertThat(whole.state()).isEqualTo(OrderState.FILLED);
        assertThat(whole.remaining()).isZero();
        assertThat(whole.progress().averagePrice()).isEqualByComparingTo("100.60");
        assertThat(whole.progress().commission()).isEqualByComparingTo("0.50");
    }

    @Test
    void refuses_more_shares_than_were_ordered() {
        Order working = working(Given.anEntry("o"));

        assertThatThrownBy(() -> working.filledBy(Given.aFill(working, "o", 101, "100", "0", TUESDAY), TUESDAY))
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining("101")
                .hasMessageContaining("100");
    }

    @Test
    void a_fill_wins_over_a_cancel_that_is_under_way() {
        Order leaving = working(Given.anEntry("o")).moveTo(OrderState.CANCEL_REQUESTED, TUESDAY);

        Order filled = leaving.filledBy(Given.aFill(leaving, "o", 100, "100", "0", TUESDAY), TUESDAY);

        assertThat(filled.state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void an_order_that_has_ended_takes_no_fill() {
        Order gone = working(Given.anEntry("o")).moveTo(OrderState.CANCELLED, TUESDAY);

        assertThatThrownBy(() -> gone.filledBy(Given.aFill(gone, "o", 100, "100", "0", TUESDAY), TUESDAY))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("an order that is CANCELLED cannot become FILLED");
    }

    @Test
    void its_legs_close_what_it_opens() {
        Order entry = Given.anEntry("o", Side.LONG, 100, "95", "110");

        Order stop = entry.leg("o-stop", Intent.PROTECTIVE_STOP, TUESDAY);
        Order target = entry.leg("o-target", Intent.TAKE_PROFIT, TUESDAY);

        assertThat(stop.instruction().type()).isEqualTo(OrderType.STOP);
        assertThat(stop.instruction().stopPrice()).isEqualByComparingTo("95");
        assertThat(stop.instruction().isBuy()).isFalse();
        assertThat(stop.instruction().entryOrderId()).isEqualTo("o");
        assertThat(target.instruction().type()).isEqualTo(OrderType.LIMIT);
        assertThat(target.instruction().limitPrice()).isEqualByComparingTo("110");
        assertThat(stop.stopMovedTo(new BigDecimal("97")).instruction().stopPrice())
                .isEqualByComparingTo("97");
    }

    @ParameterizedTest
    @CsvSource({"ENTRY,LONG,true", "ENTRY,SHORT,false", "EXIT,LONG,false", "EXIT,SHORT,true"})
    void buys_into_long_and_out_of_short(Intent intent, Side side, boolean buys) {
        Order order = intent == Intent.ENTRY ? Given.anEntry("o", side, 1, "1", null) : Given.anExit("o", side, 1);

        assertThat(order.instruction().isBuy()).isEqualTo(buys);
    }

    @Test
    void is_for_at_least_one_share() {
        assertThatThrownBy(() -> Given.anEntry("o", Side.LONG, 0, "95", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    @Test
    void a_fill_after_its_end_counts_and_its_end_stays() {
        Order working = working(Given.anEntry("o"));
        Order gone = working.moveTo(OrderState.CANCELLED, TUESDAY);

        Order late = gone.filledAfterItsEnd(Given.aFill(gone, "o", 40, "100", "0.20", TUESDAY), TUESDAY);

        assertThat(late.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(late.progress().filled()).isEqualTo(40);
        assertThatThrownBy(() -> late.filledAfterItsEnd(Given.aFill(late, "o", 61, "100", "0", WEDNESDAY), WEDNESDAY))
                .isInstanceOf(Contradiction.class);
    }

    @Test
    void works_on_where_the_broker_does_not_cancel() {
        Order leaving = working(Given.anEntry("o")).cancelRequested("signal", TUESDAY);
        Order part = working(Given.anEntry("o"))
                .filledBy(Given.aFill(leaving, "o", 40, "100", "0", TUESDAY), TUESDAY)
                .cancelRequested("signal", TUESDAY);

        assertThat(leaving.cancelRefused(TUESDAY).state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(leaving.cancelRefused(TUESDAY).progress().cancelReason()).isNull();
        assertThat(part.cancelRefused(TUESDAY).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    }

    @Test
    void its_version_grows_by_one_with_every_step() {
        Order working = working(Given.anEntry("o"));
        Order part = working.filledBy(Given.aFill(working, "o", 40, "100", "0", TUESDAY), TUESDAY);
        Order again = part.cancelRequested(Order.REPRICE, TUESDAY)
                .moveTo(OrderState.REPLACED, TUESDAY)
                .tryAgainAt(new BigDecimal("101"), WEDNESDAY);

        assertThat(working.progress().version()).isEqualTo(2);
        assertThat(part.progress().version()).isEqualTo(3);
        assertThat(again.progress().version()).isEqualTo(6);
        assertThat(again.progress().attempt()).isEqualTo(2);
        assertThat(again.clientOrderId()).isEqualTo("o-try2");
        assertThat(Order.orderIdOf(again.clientOrderId())).isEqualTo("o");
    }

    @Test
    void was_submitted_when_its_latest_attempt_left_and_not_when_that_was_sent_once_more() {
        Order sent = Given.anEntry("o").moveTo(OrderState.SUBMITTED, TUESDAY);
        Order sentOnceMore = sent.moveTo(OrderState.UNKNOWN, TUESDAY).moveTo(OrderState.SUBMITTED, WEDNESDAY);

        assertThat(Given.anEntry("o").progress().submittedAt()).isEqualTo(MONDAY);
        assertThat(sent.progress().submittedAt()).isEqualTo(TUESDAY);
        assertThat(sentOnceMore.progress().submittedAt()).isEqualTo(TUESDAY);
        assertThat(sentOnceMore.moveTo(OrderState.ACCEPTED, THURSDAY).progress().submittedAt())
                .isEqualTo(TUESDAY);
    }

    @Test
    void its_time_never_goes_back() {
        Order order = Given.anEntry("o").moveTo(OrderState.SUBMITTED, TUESDAY).moveTo(OrderState.ACCEPTED, MONDAY);

        assertThat(order.progress().at()).isEqualTo(TUESDAY);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MARKET, -, -, -",
                "LIMIT, 99, -, -",
                "LIMIT, -, 101, a LIMIT order without a limit price",
                "STOP, -, 101, -",
                "STOP, 99, -, a STOP order without a stop price",
                "STOP_LIMIT, 99, 101, -",
                "STOP_LIMIT, -, 101, a STOP_LIMIT order without a limit price",
                "STOP_LIMIT, 99, -, a STOP_LIMIT order without a stop price"
            })
    void says_which_price_its_type_lacks(OrderType type, String limit, String stop, String flaw) {
        assertThat(Given.anOrder(type, limit, stop).flaw()).isEqualTo(Optional.ofNullable(flaw));
    }

    @ParameterizedTest
    @CsvSource({
        "o, true, false, false",
        "o-stop, false, true, false",
        "o-stop-2, false, true, false",
        "o-target, false, false, true",
        "p-stop, false, false, false"
    })
    void is_known_at_the_broker_by_its_own_id_and_a_later_stop_by_the_first_one_too(
            String id, boolean entry, boolean stop, boolean target) {
        Order opens = Given.anEntry("o", Side.LONG, 100, "95", "110");

        assertThat(opens.isKnownAs(id)).isEqualTo(entry);
        assertThat(opens.leg("o-stop-2", Intent.PROTECTIVE_STOP, TUESDAY).isKnownAs(id))
                .isEqualTo(stop);
        assertThat(opens.leg("o-target", Intent.TAKE_PROFIT, TUESDAY).isKnownAs(id))
                .isEqualTo(target);
    }

    @Test
    void a_leg_that_was_placed_again_keeps_its_first_id() {
        Order again = Given.anEntry("o")
                .leg("o-target", Intent.TAKE_PROFIT, MONDAY)
                .moveTo(OrderState.SUBMITTED, MONDAY)
                .moveTo(OrderState.ACCEPTED, MONDAY)
                .moveTo(OrderState.REPLACED, TUESDAY)
                .tryAgainAt(null, TUESDAY);

        assertThat(again.isKnownAs("o-target-try2")).isTrue();
        assertThat(again.isKnownAs("o-target")).isTrue();
    }

    private static Order working(Order order) {
        return order.moveTo(OrderState.SUBMITTED, MONDAY).moveTo(OrderState.ACCEPTED, MONDAY);
    }
}
