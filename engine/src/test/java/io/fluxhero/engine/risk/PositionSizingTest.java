package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.anEntry;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionSizingTest {

    @ParameterizedTest
    @CsvSource({
        // mode, price, stop, shares: risk decides
        "TREND, 50, 45, 200",
        "TREND, 50, 44.99, 199",
        "MEAN_REVERSION, 50, 45, 150",
        "NEUTRAL, 50, 45, 105",
        // the value of one position decides: 20 % of 100,000
        "TREND, 50, 48, 400",
        "TREND, 50, 47.5, 400",
        "TREND, 50.01, 48, 399",
        "MEAN_REVERSION, 50, 48.5, 400",
    })
    void sizes_by_risk_and_caps_at_a_fifth_of_equity(Mode mode, double price, double stop, long shares) {
        Portfolio portfolio = anAccountWith(100_000);

        var decisions = portfolio.onBars(1, 1, List.of(aBar("SPY", price, "s", anEntry(mode, Side.LONG, price, stop))));

        assertThat(approved(decisions).shares()).isEqualTo(shares);
    }

    @ParameterizedTest
    @CsvSource({"45, 0.7, 140", "45, 1, 200", "45, 0.004, 0", "48, 0.7, 280"})
    void an_entry_that_wants_less_gets_that_share_of_what_risk_and_position_value_allow(
            double stop, double factor, long shares) {
        Portfolio portfolio = anAccountWith(100_000);

        var decisions = portfolio.onBars(
                1, 1, List.of(aBar("SPY", 50, "s", aTrendEntry(50, stop).withSizeFactor(factor))));

        assertThat(only(Decision.Approved.class, decisions).stream()
                        .mapToLong(approved -> approved.ticket().shares())
                        .sum())
                .isEqualTo(shares);
    }

    @Test
    void sizes_a_short_by_the_distance_to_the_stop_above() {
        Portfolio portfolio = anAccountWith(100_000);

        var decisions = portfolio.onBars(1, 1, List.of(aBar("SPY", 50, "s", anEntry(Mode.TREND, Side.SHORT, 50, 55))));

        assertThat(approved(decisions).shares()).isEqualTo(200);
        assertThat(approved(decisions).side()).isEqualTo(Side.SHORT);
    }

    @Test
    void reports_what_is_lost_at_the_stop_and_the_equity_it_was_measured_against() {
        Portfolio portfolio = anAccountWith(100_000);

        var decisions = portfolio.onBars(1, 1, List.of(aBar("SPY", 50, "s", aTrendEntry(50, 45))));

        Decision.Approved approved = only(Decision.Approved.class, decisions).getFirst();
        assertThat(approved.riskMicros()).isEqualTo(Micros.of(1_000));
        assertThat(approved.equityMicros()).isEqualTo(Micros.of(100_000));
        assertThat(approved.ticket().cashLimitMicros()).isEqualTo(Micros.of(100_000));
        assertThat(approved.ticket().stopMicros()).isEqualTo(Micros.of(45));
    }

    @Test
    void sizes_from_current_equity() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "AAA", 50, 48, 1);

        var decisions = portfolio.onBars(2, 2, List.of(aBar("AAA", 75, 2), aBar("BBB", 50, "s", aTrendEntry(50, 45))));

        assertThat(approved(decisions).shares()).isEqualTo(220);
    }

    @Test
    void halves_the_size_and_tightens_the_first_stop_while_reduced() {
        Portfolio portfolio = PortfolioBreakerTest.anAccountInDrawdownOf(0.15);

        var decisions = portfolio.onBars(3, 3, List.of(aBar("BBB", 50, "s", aTrendEntry(50, 40))));

        Ticket ticket = approved(decisions);
        assertThat(ticket.stopMicros()).isEqualTo(Micros.of(42));
        assertThat(ticket.shares()).isEqualTo(53);
    }

    @Test
    void takes_what_cash_allows_when_the_rest_is_reserved() {
        RiskConfig wide = new RiskConfig(0.5, 0.5, 1, 0.9, 1.0, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 0.99);
        Portfolio portfolio = Portfolio.starting(wide, Given.IDS, Micros.of(1_000));

        var decisions = portfolio.onBars(
                1, 1, List.of(aBar("AAA", 10, "a", aTrendEntry(10, 1)), aBar("BBB", 10, "b", aTrendEntry(10, 1))));

        List<Decision.Approved> approvals = only(Decision.Approved.class, decisions);
        assertThat(approvals.getFirst().ticket().shares()).isEqualTo(55);
        assertThat(approvals.getLast().ticket().shares()).isEqualTo(45);
        assertThat(approvals.getLast().ticket().cashLimitMicros()).isEqualTo(Micros.of(450));
        assertThat(only(Decision.Alert.class, decisions)).isEmpty();
    }

    @Test
    void clips_at_the_exposure_limit_and_says_so() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "AAA", 50, 48, 1);
        holding(portfolio, "BBB", 50, 48, 2);

        var decisions = portfolio.onBars(3, 3, List.of(aBar("CCC", 50, "s", aTrendEntry(50, 48))));

        assertThat(approved(decisions).shares()).isEqualTo(200);
        Decision.Alert alert = only(Decision.Alert.class, decisions).getFirst();
        assertThat(alert.kind()).isEqualTo(Decision.Alert.Kind.EXPOSURE_CAPPED);
        assertThat(alert.figures()).containsEntry("wanted_shares", 400.0).containsEntry("approved_shares", 200.0);
    }

    @Test
    void counts_pending_entries_of_the_same_bar_against_the_exposure_limit() {
        Portfolio portfolio = anAccountWith(100_000);

        var decisions = portfolio.onBars(
                1,
                1,
                List.of(
                        aBar("AAA", 50, "a", aTrendEntry(50, 48)),
                        aBar("BBB", 50, "b", aTrendEntry(50, 48)),
                        aBar("CCC", 50, "c", aTrendEntry(50, 48)),
                        aBar("DDD", 50, "d", aTrendEntry(50, 48))));

        assertThat(only(Decision.Approved.class, decisions))
                .extracting(approved -> approved.ticket().shares())
                .containsExactly(400L, 400L, 200L);
        Decision.Denied denied = only(Decision.Denied.class, decisions).getFirst();
        assertThat(denied.code()).isEqualTo("REJECTED_TOTAL_EXPOSURE");
        assertThat(denied.figures()).containsEntry("room", 0.0).containsEntry("wanted", 20_000.0);
    }

    @Test
    void carries_the_trailing_rule_and_the_volume_of_the_signal() {
        Signal.Entry signal = new Signal.Entry(
                Mode.TREND, Side.LONG, 50, 45, 3.75, 12_345, Given.because(true, Side.LONG, Mode.TREND, 50, 45));

        Ticket ticket = approved(anAccountWith(100_000).onBars(1, 1, List.of(aBar("SPY", 50, "s", signal))));

        assertThat(ticket.trailingAtrMultiple()).isEqualTo(3.75);
        assertThat(ticket.averageVolume()).isEqualTo(12_345);
        assertThat(ticket.orderId()).isEqualTo("s/entry");
        assertThat(ticket.decidedAt()).isEqualTo(1);
    }
}
