package io.fluxhero.execution.domain.position;

import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static io.fluxhero.execution.domain.order.Given.aFill;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static io.fluxhero.execution.domain.order.Given.anExit;
import static io.fluxhero.execution.domain.order.Given.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void averages_the_entry_price_over_its_fills() {
        Order entry = anEntry("e");
        Position held = Position.openedBy(entry, aFill(entry, "e", 40, "100", "0", TUESDAY));

        Position more = held.increasedBy(aFill(entry, "e", 60, "101", "0", WEDNESDAY));

        assertThat(more.shares()).isEqualTo(100);
        assertThat(more.entryPrice()).isEqualByComparingTo("100.6");
        assertThat(more.entryTime()).isEqualTo(TUESDAY);
    }

    @Test
    void knows_its_mode_and_reason_where_a_signal_opened_it() {
        Order byHand = anOrder(OrderType.MARKET, null, null);

        Position signalled = Position.openedBy(anEntry("e"), aFill(anEntry("e"), "e", 100, "100", "0", TUESDAY));
        Position ordered = Position.openedBy(byHand, aFill(byHand, "o", 10, "100", "0", TUESDAY));

        assertThat(signalled.strategy()).isEqualTo("TREND");
        assertThat(signalled.reason()).isEqualTo("BUY SPX @ $100.00");
        assertThat(ordered.strategy()).isNull();
        assertThat(ordered.reason()).isNull();
        assertThat(ordered.initialStop()).isEqualByComparingTo("95");
    }

    @Test
    void is_gone_when_the_last_share_is_closed() {
        Order entry = anEntry("e");
        Position held = Position.openedBy(entry, aFill(entry, "e", 100, "100", "0", TUESDAY));
        Order leave = anExit("x", Side.LONG, 100);

        assertThat(held.reducedBy(aFill(leave, "e", 100, "101", "0", WEDNESDAY)))
                .isEmpty();
        assertThat(held.reducedBy(aFill(leave, "e", 99, "101", "0", WEDNESDAY)))
                .hasValueSatisfying(left -> assertThat(left.shares()).isEqualTo(1));
    }

    @Test
    void never_turns_around() {
        Order entry = anEntry("e");
        Position held = Position.openedBy(entry, aFill(entry, "e", 100, "100", "0", TUESDAY));

        assertThatThrownBy(() -> held.reducedBy(aFill(anExit("x", Side.LONG, 101), "e", 101, "101", "0", WEDNESDAY)))
                .hasMessageContaining("closes 101 of 100");
        assertThatThrownBy(() -> held.increasedBy(
                        aFill(anEntry("s", Side.SHORT, 1, "105", null), "s", 1, "101", "0", WEDNESDAY)))
                .hasMessageContaining("SHORT")
                .hasMessageContaining("LONG");
        assertThatThrownBy(() -> held.reducedBy(aFill(anExit("x", Side.SHORT, 1), "e", 1, "101", "0", WEDNESDAY)))
                .hasMessageContaining("SHORT")
                .hasMessageContaining("LONG");
    }

    @Test
    void a_short_position_earns_when_the_price_falls() {
        Order entry = anEntry("e", Side.SHORT, 10, "110", null);
        Position held = Position.openedBy(entry, aFill(entry, "e", 10, "100", "0", TUESDAY));

        assertThat(held.unrealizedAt(new BigDecimal("97.5"))).isEqualByComparingTo("25");
        assertThat(held.unrealizedAt(new BigDecimal("101"))).isEqualByComparingTo("-10");
    }
}
