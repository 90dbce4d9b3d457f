package io.fluxhero.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalStoryTest {

    private static final Instant BAR = Instant.parse("2020-01-06T05:00:00Z");
    private static final Signal SIGNAL = new Signal(
            "sig-1",
            "LONG",
            "SPX",
            "1d",
            BAR,
            "LONG",
            "TREND",
            BigDecimal.TEN,
            null,
            null,
            null,
            null,
            null,
            "dual-mode",
            "h",
            null);

    @Test
    void is_pending_until_risk_has_answered() {
        assertThat(outcome(List.of(), List.of(), List.of())).isEqualTo("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENIED", "IGNORED", "LATE", "EXPIRED"})
    void ends_where_risk_says_no(String answer) {
        assertThat(outcome(List.of(decision(answer)), List.of(), List.of())).isEqualTo(answer);
    }

    @Test
    void is_ordered_from_the_approval_until_something_happens_at_the_broker() {
        assertThat(outcome(List.of(decision("APPROVED")), List.of(), List.of())).isEqualTo("ORDERED");
        assertThat(outcome(List.of(decision("APPROVED")), List.of(order("ACCEPTED")), List.of()))
                .isEqualTo("ORDERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "EXPIRED", "REJECTED", "FAILED", "UNKNOWN"})
    void ends_as_its_order_ended(String state) {
        assertThat(outcome(List.of(decision("APPROVED")), List.of(order(state)), List.of()))
                .isEqualTo(state);
    }

    @Test
    void is_held_while_execution_keeps_the_order_back() {
        assertThat(outcome(List.of(decision("APPROVED")), List.of(order("CREATED")), List.of()))
                .isEqualTo("HELD");
    }

    @Test
    void is_filled_by_the_first_execution_whatever_becomes_of_the_rest() {
        assertThat(outcome(List.of(decision("APPROVED")), List.of(order("CANCELLED")), List.of(fill())))
                .isEqualTo("FILLED");
    }

    private static String outcome(List<RiskDecision> decisions, List<Order> orders, List<Fill> fills) {
        return SignalStory.of(SIGNAL, decisions, orders, fills, null).outcome();
    }

    private static RiskDecision decision(String outcome) {
        return new RiskDecision("1", BAR, "SPX", "sig-1", null, outcome, null, "CODE", null, Map.of(), null);
    }

    private static Order order(String state) {
        return new Order(
                "ord-1", "sig-1", "SPX", "1d", BAR, "ENTRY", "BUY", "MARKET", 5, null, null, "LONG", "TREND", state, 0,
                null, null, null, BAR, BAR);
    }

    private static Fill fill() {
        BigDecimal one = BigDecimal.ONE;
        return new Fill("fil-1", "ord-1", "ord-1", "SPX", BAR, "ENTRY", "BUY", "LONG", 5, one, one, one, 0L, null);
    }
}
