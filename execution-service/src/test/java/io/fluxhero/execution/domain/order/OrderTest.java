package io.fluxhero.execution.domain.order;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import java.math.BigDecimal;
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

    private static Order working(Order order) {
        return order.moveTo(OrderState.SUBMITTED, MONDAY).moveTo(OrderState.ACCEPTED, MONDAY);
    }
}
