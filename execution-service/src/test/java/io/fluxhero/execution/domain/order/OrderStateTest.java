package io.fluxhero.execution.domain.order;

import static io.fluxhero.execution.domain.order.OrderState.ACCEPTED;
import static io.fluxhero.execution.domain.order.OrderState.CANCELLED;
import static io.fluxhero.execution.domain.order.OrderState.CANCEL_REQUESTED;
import static io.fluxhero.execution.domain.order.OrderState.CREATED;
import static io.fluxhero.execution.domain.order.OrderState.EXPIRED;
import static io.fluxhero.execution.domain.order.OrderState.FAILED;
import static io.fluxhero.execution.domain.order.OrderState.FILLED;
import static io.fluxhero.execution.domain.order.OrderState.PARTIALLY_FILLED;
import static io.fluxhero.execution.domain.order.OrderState.REJECTED;
import static io.fluxhero.execution.domain.order.OrderState.REPLACED;
import static io.fluxhero.execution.domain.order.OrderState.SUBMITTED;
import static io.fluxhero.execution.domain.order.OrderState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {

    /** Written out a second time, so that a change of the table is a decision and no slip. */
    private static final Map<OrderState, Set<OrderState>> LEGAL = Map.of(
            CREATED, EnumSet.of(SUBMITTED, CANCELLED, EXPIRED, FAILED),
            SUBMITTED,
                    EnumSet.of(
                            UNKNOWN,
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            CANCEL_REQUESTED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED),
            UNKNOWN,
                    EnumSet.of(
                            SUBMITTED,
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            CANCEL_REQUESTED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED),
            ACCEPTED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, REPLACED, CANCELLED, REJECTED, EXPIRED),
            PARTIALLY_FILLED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, REPLACED, CANCELLED, EXPIRED),
            CANCEL_REQUESTED,
                    EnumSet.of(
                            CANCEL_REQUESTED,
                            ACCEPTED,
                            PARTIALLY_FILLED,
                            FILLED,
                            REPLACED,
                            CANCELLED,
                            REJECTED,
                            EXPIRED),
            REPLACED, EnumSet.of(SUBMITTED, ACCEPTED, PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED, CANCELLED, EXPIRED));

    @ParameterizedTest
    @EnumSource
    void allows_exactly_the_steps_of_the_table(OrderState from) {
        for (OrderState to : OrderState.values()) {
            boolean legal = LEGAL.getOrDefault(from, Set.of()).contains(to);

            assertThat(from.allows(to)).as("%s -> %s", from, to).isEqualTo(legal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_any_other_step_and_names_both_states(OrderState from) {
        for (OrderState to : OrderState.values()) {
            if (LEGAL.getOrDefault(from, Set.of()).contains(to)) {
                assertThat(from.to(to)).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> from.to(to))
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessageContaining(from.name())
                        .hasMessageContaining(to.name());
            }
        }
    }

    @Test
    void nothing_follows_an_end() {
        assertThat(OrderState.values())
                .filteredOn(OrderState::isTerminal)
                .containsExactlyInAnyOrder(FILLED, CANCELLED, REJECTED, EXPIRED, FAILED);
    }
}
