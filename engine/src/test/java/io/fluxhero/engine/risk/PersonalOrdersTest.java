package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aBar;
import static io.fluxhero.engine.risk.Given.aTrendEntry;
import static io.fluxhero.engine.risk.Given.anAccountWith;
import static io.fluxhero.engine.risk.Given.approved;
import static io.fluxhero.engine.risk.Given.holding;
import static io.fluxhero.engine.risk.Given.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may open, reduce and cancel. AAA stands at 100. */
class PersonalOrdersTest {

    private static Portfolio watching() {
        Portfolio portfolio = anAccountWith(100_000);
        portfolio.onBars(1, 1, List.of(aBar("AAA", 100, 2)));
        return portfolio;
    }

    private static List<Decision> buy(Portfolio portfolio, long shares, double stop, OrderTerms terms) {
        return portfolio.enter(
                new PersonalEntry("AAA", Side.LONG, shares, terms, stop == 0 ? 0 : Micros.of(stop), 0), "req", 1);
    }

    private static Decision.Denied denied(List<Decision> decisions) {
        assertThat(only(Decision.Approved.class, decisions)).isEmpty();
        return only(Decision.Denied.class, decisions).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "200, 95, APPROVED",
        "201, 99, REJECTED_POSITION_TOO_LARGE",
        "100, 90, APPROVED",
        "101, 90, REJECTED_EXCESSIVE_RISK",
        "100, 0, REJECTED_NO_STOP",
        "100, 100, REJECTED_INVALID",
        "100, 101, REJECTED_INVALID",
        "0, 95, REJECTED_INVALID",
        "-5, 95, REJECTED_INVALID"
    })
    void the_size_is_taken_as_stated_or_denied_with_figures(long shares, double stop, String code) {
        List<Decision> decisions = buy(watching(), shares, stop, OrderTerms.MARKET);

        if (code.equals("APPROVED")) {
            Ticket ticket = approved(decisions);
            assertThat(ticket.shares()).isEqualTo(shares);
            assertThat(ticket.orderId()).isEqualTo("req/entry");
            assertThat(ticket.signalId()).isNull();
            assertThat(ticket.mode()).isNull();
        } else {
            assertThat(denied(decisions).code()).isEqualTo(code);
            assertThat(denied(decisions).signalId()).isNull();
            assertThat(denied(decisions).figures()).isNotEmpty();
        }
    }

    @Test
    void orders_with_a_price_are_measured_at_it_and_stay_reserved_while_they_are_open() {
        Portfolio portfolio = watching();

        Ticket limit = approved(buy(portfolio, 210, 94, OrderTerms.limit(Micros.of(95))));
        portfolio.onBars(2, 2, List.of(aBar("AAA", 120, 2)));

        assertThat(limit.terms()).isEqualTo(OrderTerms.limit(Micros.of(95)));
        assertThat(portfolio.freeCashMicros()).isEqualTo(Micros.of(100_000 - 210 * 95));
        portfolio.onOrderEnded(limit.orderId());
        assertThat(portfolio.freeCashMicros()).isEqualTo(Micros.of(100_000));
    }

    @Test
    void trading_that_is_halted_or_reduced_binds_persons_too() {
        Portfolio halted = watching();
        halted.halt("MANUAL", "lunch", false, "h", 1);
        assertThat(denied(buy(halted, 1, 95, OrderTerms.MARKET)).code()).isEqualTo("REJECTED_TRADING_DISABLED");

        assertThat(denied(anAccountWith(100_000)
                                .enter(
                                        new PersonalEntry("BBB", Side.LONG, 1, OrderTerms.MARKET, Micros.of(5), 0),
                                        "r",
                                        1))
                        .code())
                .as("no price of BBB is known")
                .isEqualTo("REJECTED_INVALID");
    }

    @Test
    void what_is_not_ours_counts_and_is_left_alone() {
        Portfolio portfolio = watching();
        portfolio.onExternal("XXX", -400, Micros.of(100));
        assertThat(portfolio.externalExposureMicros()).isEqualTo(Micros.of(40_000));

        Decision.Denied no = denied(buy(portfolio, 150, 95, OrderTerms.MARKET));
        assertThat(no.code()).isEqualTo("REJECTED_TOTAL_EXPOSURE");
        assertThat(no.figures()).containsEntry("exposure", 40_000.0).containsEntry("room", 10_000.0);

        portfolio.onExternal("AAA", 10, 0);
        assertThat(denied(buy(portfolio, 1, 95, OrderTerms.MARKET)).code()).isEqualTo("REJECTED_POSITION_OPEN");
        Portfolio restored = Portfolio.restored(RiskConfig.defaults(), Given.IDS, portfolio.state());
        restored.onExternal("XXX", 0, 0);
        restored.onExternal("AAA", 0, 0);
        assertThat(approved(buy(restored, 150, 95, OrderTerms.MARKET)).shares()).isEqualTo(150);
    }

    @Test
    void signals_are_bound_by_what_is_not_ours() {
        Portfolio portfolio = watching();
        portfolio.onExternal("XXX", 450, Micros.of(100));

        Ticket fitted = approved(portfolio.onBars(2, 2, List.of(aBar("AAA", 100, "s", aTrendEntry(100, 95)))));

        assertThat(fitted.shares()).as("room for 5000 dollars").isEqualTo(50);
    }

    @Test
    void a_part_or_a_price_gives_way_to_whatever_closes_the_whole() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = holding(portfolio, "AAA", 100, 95, 1);
        OrderTerms above = OrderTerms.limit(Micros.of(130));

        Ticket part = approved(portfolio.reduce("AAA", Side.LONG, 30, above, "req", 2));
        assertThat(part.intent()).isEqualTo(Intent.EXIT);
        assertThat(part.shares()).isEqualTo(30);
        assertThat(denied(portfolio.reduce("AAA", Side.LONG, 1, above, "again", 2))
                        .code())
                .isEqualTo("REJECTED_ALREADY_CLOSING");

        List<Decision> signalled =
                portfolio.onBars(3, 3, List.of(aBar("AAA", 100, "x", Given.anExit(Mode.TREND, Side.LONG, 100))));
        assertThat(only(Decision.Cancel.class, signalled))
                .extracting(Decision.Cancel::orderId)
                .containsExactly(part.orderId());
        assertThat(approved(signalled).shares()).isEqualTo(entry.shares());
    }

    @ParameterizedTest
    @CsvSource({
        "LONG, 95, 0, APPROVED",
        "LONG, 95, 100.000001, APPROVED",
        "LONG, 95, 100, REJECTED_INVALID",
        "SHORT, 105, 99.999999, APPROVED",
        "SHORT, 105, 100, REJECTED_INVALID"
    })
    void a_target_lies_where_the_profit_is(Side side, double stop, double target, String code) {
        List<Decision> decisions = watching()
                .enter(
                        new PersonalEntry("AAA", side, 10, OrderTerms.MARKET, Micros.of(stop), Micros.of(target)),
                        "req",
                        1);

        if (code.equals("APPROVED")) {
            assertThat(approved(decisions).targetMicros()).isEqualTo(Micros.of(target));
        } else {
            assertThat(denied(decisions).code()).isEqualTo(code);
            assertThat(denied(decisions).figures()).containsEntry("target", target);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, APPROVED", "1001, REJECTED_INSUFFICIENT_CAPITAL"})
    void all_the_cash_may_be_spent_where_no_limit_is_in_the_way(long shares, String code) {
        RiskConfig wide = new RiskConfig(0.5, 0.5, 1, 2, 2, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 9);
        Portfolio portfolio = Portfolio.starting(wide, Given.IDS, Micros.of(100_000));
        portfolio.onBars(1, 1, List.of(aBar("AAA", 100, 2)));

        List<Decision> decisions = buy(portfolio, shares, 99, OrderTerms.MARKET);

        assertThat(code.equals("APPROVED") ? code : denied(decisions).code()).isEqualTo(code);
        assertThat(only(Decision.Approved.class, decisions)).hasSize(code.equals("APPROVED") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "200, true", "201, false"})
    void from_one_share_to_all_of_them_may_be_sold(long shares, boolean allowed) {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "AAA", 100, 95, 1);

        List<Decision> decisions = portfolio.reduce("AAA", Side.LONG, shares, OrderTerms.MARKET, "r", 2);

        assertThat(only(Decision.Approved.class, decisions)).hasSize(allowed ? 1 : 0);
        assertThat(only(Decision.Denied.class, decisions)).hasSize(allowed ? 0 : 1);
    }

    @Test
    void more_than_is_held_is_denied() {
        Portfolio portfolio = anAccountWith(100_000);
        Ticket entry = holding(portfolio, "AAA", 100, 95, 1);
        long held = entry.shares();

        Decision.Denied no = denied(portfolio.reduce("AAA", Side.LONG, held + 1, OrderTerms.MARKET, "r", 2));

        assertThat(no.code()).isEqualTo("REJECTED_MORE_THAN_HELD");
        assertThat(no.figures()).containsEntry("held", (double) held).containsEntry("shares", held + 1.0);
        assertThat(denied(portfolio.reduce("BBB", Side.LONG, 1, OrderTerms.MARKET, "r", 2))
                        .figures())
                .containsEntry("held", 0.0);
        assertThat(denied(portfolio.reduce("AAA", Side.SHORT, 1, OrderTerms.MARKET, "r", 2))
                        .code())
                .isEqualTo("REJECTED_MORE_THAN_HELD");
    }

    @Test
    void cancelling_all_spares_what_closes_a_position_at_once() {
        Portfolio portfolio = anAccountWith(100_000);
        holding(portfolio, "AAA", 100, 95, 1);
        Ticket flatten = approved(portfolio.close("AAA", "c", 2));
        portfolio.onBars(3, 3, List.of(aBar("AAA", 100, 2), aBar("BBB", 50, 1)));
        Ticket entry = approved(portfolio.enter(
                new PersonalEntry("BBB", Side.LONG, 10, OrderTerms.limit(Micros.of(48)), Micros.of(40), 0), "e", 3));

        assertThat(only(Decision.Cancel.class, portfolio.cancelAll()))
                .extracting(Decision.Cancel::orderId)
                .containsExactly(entry.orderId());
        assertThat(only(Decision.Cancel.class, portfolio.cancel(flatten.orderId())))
                .hasSize(1);
        assertThat(portfolio.state().positions().getFirst().exitWanted())
                .as("a person takes the wish to be out back")
                .isFalse();
        assertThat(portfolio.cancel("nonsense")).isEmpty();
    }
}
