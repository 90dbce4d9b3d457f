package io.fluxhero.execution.domain.broker;

import static io.fluxhero.execution.domain.order.Given.MONDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.aFill;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static io.fluxhero.execution.domain.order.Given.anExit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NewOrderTest {

    @Test
    void the_first_attempt_has_all_shares_and_all_the_money() {
        NewOrder sent = NewOrder.of(anEntry("e"));

        assertThat(sent.clientOrderId()).isEqualTo("e");
        assertThat(sent.instruction()).isEqualTo(anEntry("e").instruction());
    }

    @Test
    void a_later_attempt_has_the_shares_and_the_money_that_are_left_at_its_own_limit() {
        NewOrder sent = NewOrder.of(secondAttempt(anEntry("e"), "150"));

        assertThat(sent.clientOrderId()).isEqualTo("e-try2");
        assertThat(sent.instruction().quantity()).isEqualTo(60);
        assertThat(sent.instruction().limitPrice()).isEqualByComparingTo("101");
        assertThat(sent.instruction().cashLimit()).isEqualByComparingTo("993999.80");
    }

    @Test
    void never_has_less_than_no_money() {
        NewOrder sent = NewOrder.of(secondAttempt(anEntry("e"), "30000"));

        assertThat(sent.instruction().cashLimit()).isZero();
    }

    @Test
    void what_closes_has_no_limit_of_money() {
        NewOrder sent = NewOrder.of(secondAttempt(anExit("x", Side.LONG, 100), "150"));

        assertThat(sent.instruction().cashLimit()).isNull();
        assertThat(sent.instruction().quantity()).isEqualTo(60);
    }

    private static Order secondAttempt(Order order, String priceOfFirst) {
        Order working = order.moveTo(OrderState.SUBMITTED, MONDAY).moveTo(OrderState.ACCEPTED, MONDAY);
        return working.filledBy(aFill(working, "e", 40, priceOfFirst, "0.20", TUESDAY), TUESDAY)
                .cancelRequested(Order.REPRICE, TUESDAY)
                .moveTo(OrderState.REPLACED, TUESDAY)
                .tryAgainAt(new BigDecimal("101"), TUESDAY);
    }
}
