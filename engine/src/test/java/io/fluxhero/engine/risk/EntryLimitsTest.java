package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.anEntry;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryLimitsTest {

    private static Decision.Denied denial(Portfolio portfolio, String symbol, double close, Signal signal) {
        List<Decision> decisions = portfolio.onBars(100, 100, List.of(aBar(symbol, close, "s", signal)));
        assertThat(only(Decision.Approved.class, decisions)).isEmpty();
        return only(Decision.Denied.class, decisions).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"NaN", "0", "-1"})
    void denies_an_entry_without_stop(double stop) {
        Decision.Denied denied = denial(anAccountWith(100_000), "SPY", 50, aTrendEntry(50, stop));

        assertThat(denied.code()).isEqualTo("REJECTED_NO_STOP");
        assertThat(denied.signalId()).isEqualTo("s");
        assertThat(denied.figures()).containsEntry("price", 50.0);
    }

    @ParameterizedTest
    @CsvSource({"LONG, 50", "LONG, 50.000001", "SHORT, 50", "SHORT, 49.999999"})
    void denies_a_stop_on_the_wrong_side(Side side, double stop) {
        Decision.Denied denied = denial(anAccountWith(100_000), "SPY", 50, anEntry(Mode.TREND, side, 50, stop));

        assertThat(denied.code()).isEqualTo("REJECTED_INVALID");
        assertThat(denied.figures()).containsEntry("stop", stop);
    }

    @Test
    void denies_a_second_position_in_the_symbol() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "SPY", 50, 45, 1);

        Decision.Denied denied = denial(portfolio, "SPY", 50, aTrendEntry(50, 45));

        assertThat(denied.code()).isEqualTo("REJECTED_POSITION_OPEN");
        assertThat(denied.detail()).isEqualTo("a position is open in SPY");
        assertThat(denied.figures()).containsEntry("shares_held", 200.0);
    }

    @Test
    void denies_an_entry_while_another_one_is_pending_in_the_symbol() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket pending = approved(portfolio.onBars(1, 1, List.of(aBar("SPY", 50, "p", aTrendEntry(50, 45)))));

        Decision.Denied denied = denial(portfolio, "SPY", 50, aTrendEntry(50, 45));
        assertThat(denied.code()).isEqualTo("REJECTED_POSITION_OPEN");
        assertThat(denied.detail()).isEqualTo("an entry is pending in SPY");

        portfolio.onOrderEnded(pending.orderId());
        assertThat(portfolio.onBars(101, 101, List.of(aBar("SPY", 50, "q", aTrendEntry(50, 45)))))
                .hasOnlyElementsOfType(Decision.Approved.class);
    }

    @Test
    void denies_what_does_not_buy_one_share() {
        assertThat(denial(anAccountWith(1_000), "SPY", 200.01, aTrendEntry(200.01, 199))
                        .code())
                .isEqualTo("REJECTED_INSUFFICIENT_CAPITAL");
        assertThat(denial(anAccountWith(1_000), "SPY", 50, aTrendEntry(50, 39.99))
                        .figures())
                .containsEntry("stop_distance", 10.01)
                .containsEntry("equity", 1_000.0);
        assertThat(approved(anAccountWith(1_000).onBars(1, 1, List.of(aBar("SPY", 200, "s", aTrendEntry(200, 199))))))
                .extracting(Ticket::shares)
                .isEqualTo(1L);
    }

    @Test
    void allows_five_positions_and_counts_pending_entries() {
        Portfolio portfolio = anAccountWith(100_000);
        for (int i = 0; i < 4; i++) {
            holding(portfolio, "S" + i, 50, 10, i + 1);
        }
        approved(portfolio.onBars(50, 50, List.of(aBar("T", 50, "fifth", aTrendEntry(50, 10)))));

        Decision.Denied denied = denial(portfolio, "U", 50, aTrendEntry(50, 10));

        assertThat(denied.code()).isEqualTo("REJECTED_MAX_POSITIONS");
        assertThat(denied.figures()).containsEntry("positions", 5.0).containsEntry("limit", 5.0);
    }

    @Test
    void denies_everything_while_trading_is_disabled_before_it_looks_at_anything_else() {
        Portfolio portfolio = anAccountWith(100_000);
        portfolio.halt("MANUAL", "a person said so", false, "req-1", 1);

        assertThat(denial(portfolio, "SPY", 50, aTrendEntry(50, Double.NaN)).code())
                .isEqualTo("REJECTED_TRADING_DISABLED");
    }
}
