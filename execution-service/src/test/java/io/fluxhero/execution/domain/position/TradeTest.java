package io.fluxhero.execution.domain.position;

import static io.fluxhero.execution.domain.order.Given.THURSDAY;
import static io.fluxhero.execution.domain.order.Given.TUESDAY;
import static io.fluxhero.execution.domain.order.Given.WEDNESDAY;
import static io.fluxhero.execution.domain.order.Given.aFill;
import static io.fluxhero.execution.domain.order.Given.anEntry;
import static io.fluxhero.execution.domain.order.Given.anExit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Order;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeTest {

    @ParameterizedTest
    @CsvSource({"LONG,110,998.90", "LONG,90,-1001.10", "SHORT,110,-1001.10", "SHORT,90,998.90"})
    void earns_the_difference_less_both_commissions(Side side, String exit, String pnl) {
        Order entry = anEntry("e", side, 100, "95", null);
        Trade open = Trade.openedBy("t", entry, aFill(entry, "e", 100, "100", "0.50", TUESDAY));

        Order leave = anExit("x", side, 100);
        Trade closed = open.reducedBy(aFill(leave, "e", 100, exit, "0.60", WEDNESDAY), ExitReason.SIGNAL);

        assertThat(open.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(open.exit().realizedPnl()).isNull();
        assertThat(closed.status()).isEqualTo(TradeStatus.CLOSED);
        assertThat(closed.exit().realizedPnl()).isEqualByComparingTo(pnl);
        assertThat(closed.commission()).isEqualByComparingTo("1.10");
        assertThat(closed.slippage()).isEqualByComparingTo("0.20");
        assertThat(closed.exit().time()).isEqualTo(WEDNESDAY);
        assertThat(closed.exit().reason()).isEqualTo(ExitReason.SIGNAL);
        assertThat(closed.exit().orderId()).isEqualTo("x");
    }

    @Test
    void keeps_the_reason_of_its_entry_to_the_end() {
        Order entry = anEntry("e");
        Trade open = Trade.openedBy("t", entry, aFill(entry, "e", 100, "100", "0.50", TUESDAY));

        Trade closed = open.reducedBy(
                aFill(anExit("x", Side.LONG, 100), "e", 100, "101", "0.50", WEDNESDAY), ExitReason.SIGNAL);

        assertThat(closed.cause())
                .isEqualTo(new Trade.Cause(entry.instruction().signalId(), entry.correlationId(), entry.rationale()));
        assertThat(closed.strategy()).isEqualTo("TREND");
        assertThat(closed.initialStop()).isEqualByComparingTo("95");
    }

    @Test
    void stays_open_until_the_last_share_is_closed() {
        Order entry = anEntry("e");
        Trade open = Trade.openedBy("t", entry, aFill(entry, "e", 100, "100", "0.50", TUESDAY));

        Order leave = anExit("x", Side.LONG, 100);
        Trade part = open.reducedBy(aFill(leave, "e", 30, "110", "0.15", WEDNESDAY), ExitReason.SIGNAL);
        Trade closed = part.reducedBy(aFill(leave, "e", 70, "120", "0.35", THURSDAY), ExitReason.SIGNAL);

        assertThat(part.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(part.exit().realizedPnl()).isNull();
        assertThat(closed.exit().price()).isEqualByComparingTo("117");
        assertThat(closed.exit().realizedPnl()).isEqualByComparingTo("1699.00");
    }

    @Test
    void grows_with_each_fill_of_its_entry_at_the_mean_price() {
        Order entry = anEntry("e");
        Trade open = Trade.openedBy("t", entry, aFill(entry, "e", 40, "100", "0.20", TUESDAY));

        Trade more = open.increasedBy(aFill(entry, "e", 60, "101", "0.30", WEDNESDAY));

        assertThat(more.shares()).isEqualTo(100);
        assertThat(more.entryPrice()).isEqualByComparingTo("100.6");
        assertThat(more.commission()).isEqualByComparingTo("0.50");
        assertThat(more.status()).isEqualTo(TradeStatus.OPEN);
    }

    @Test
    void the_stop_moves_and_the_first_one_is_remembered() {
        Order entry = anEntry("e");
        Trade open = Trade.openedBy("t", entry, aFill(entry, "e", 100, "100", "0.50", TUESDAY));

        Trade moved = open.protectedAt(new BigDecimal("98"));

        assertThat(moved.stopLoss()).isEqualByComparingTo("98");
        assertThat(moved.initialStop()).isEqualByComparingTo("95");
    }

    @ParameterizedTest
    @CsvSource({
        "EXIT,false,SIGNAL",
        "PROTECTIVE_STOP,false,STOP",
        "TAKE_PROFIT,false,TARGET",
        "FLATTEN,false,MANUAL",
        "FLATTEN,true,KILL_SWITCH"
    })
    void says_what_closed_it(Intent intent, boolean everything, ExitReason reason) {
        assertThat(ExitReason.of(intent, everything)).isEqualTo(reason);
    }

    @Test
    void an_entry_closes_nothing() {
        assertThatThrownBy(() -> ExitReason.of(Intent.ENTRY, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
