package io.fluxhero.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry brings along for its position, and what splits and dividends make of it. */
class PositionPlansTest {

    private static Ticket decided(Portfolio portfolio, io.fluxhero.engine.strategy.Signal.Entry entry) {
        return Given.approved(portfolio.onBars(1, 1, List.of(Given.aBar("SPY", 100, "s", entry))));
    }

    @Test
    void carries_target_terms_and_time_limit_into_the_order() {
        Ticket ticket = decided(
                Given.anAccountWith(100_000),
                Given.aTrendEntry(100, 95)
                        .withTarget(120)
                        .limitedTo(98)
                        .forTheDay()
                        .withTimeLimit(3));

        assertThat(ticket.targetMicros()).isEqualTo(Micros.of(120.0));
        assertThat(ticket.terms()).isEqualTo(OrderTerms.limit(Micros.of(98.0)).forTheDay());
        assertThat(ticket.timeLimitBars()).isEqualTo(3);
        assertThat(ticket.shares())
                .as("sized by its own price: 20 % of equity at 98")
                .isEqualTo(204);
    }

    @Test
    void a_trigger_and_a_limit_make_a_stop_limit_in_any_order() {
        Portfolio portfolio = Given.anAccountWith(100_000);
        assertThat(decided(
                                portfolio,
                                Given.aTrendEntry(100, 95).triggeredAt(101).limitedTo(102))
                        .terms())
                .isEqualTo(OrderTerms.stopLimit(Micros.of(101.0), Micros.of(102.0)));
        assertThat(decided(
                                Given.anAccountWith(100_000),
                                Given.aTrendEntry(100, 95).limitedTo(102).triggeredAt(101))
                        .terms()
                        .type())
                .isEqualTo(OrderTerms.Type.STOP_LIMIT);
        assertThat(decided(
                                Given.anAccountWith(100_000),
                                Given.aTrendEntry(100, 95).triggeredAt(101))
                        .terms()
                        .type())
                .isEqualTo(OrderTerms.Type.STOP);
    }

    @Test
    void closes_a_position_whose_time_limit_has_passed_once() {
        Portfolio portfolio = Given.anAccountWith(100_000);
        Ticket ticket = decided(portfolio, Given.aTrendEntry(100, 95).withTimeLimit(2));
        portfolio.onExecution(Given.entryFill(ticket, 2, 100));

        assertThat(portfolio.onBars(2, 2, List.of(Given.aBar("SPY", 100, Double.NaN))))
                .isEmpty();
        List<Decision> third = portfolio.onBars(3, 3, List.of(Given.aBar("SPY", 100, Double.NaN)));
        Portfolio restored = Portfolio.restored(RiskConfig.defaults(), Given.IDS, portfolio.state());
        List<Decision> fourth = restored.onBars(4, 4, List.of(Given.aBar("SPY", 100, Double.NaN)));

        Decision.Approved exit = Given.only(Decision.Approved.class, third).getFirst();
        assertThat(exit.exitReason()).isEqualTo(ExitReason.TIME_LIMIT);
        assertThat(exit.ticket().intent()).isEqualTo(Intent.EXIT);
        assertThat(fourth).isEmpty();
    }

    private static Portfolio holding(Side side, double stop) {
        Portfolio portfolio = Given.anAccountWith(100_000);
        Ticket ticket = decided(
                portfolio,
                Given.anEntry(Mode.MEAN_REVERSION, side, 100, stop).withTarget(side == Side.LONG ? 120 : 80));
        portfolio.onExecution(Given.fill(ticket, ticket.orderId(), 2, 101, 100, 0.5));
        return portfolio;
    }

    @Test
    void a_split_changes_shares_and_prices_and_pays_for_the_fraction() {
        Portfolio portfolio = holding(Side.LONG, 96);
        long before = portfolio.equityMicros();

        portfolio.onCorporateAction(new CorporateAction("SPY", 3, 1.5, 0));

        AccountState.Position held = portfolio.state().positions().getFirst();
        assertThat(held.shares()).isEqualTo(151);
        assertThat(held.stopMicros()).isEqualTo(Micros.of(64.0));
        assertThat(held.targetMicros()).isEqualTo(Micros.of(80.0));
        assertThat(held.averagePriceMicros()).as("rounded down").isEqualTo(66_666_666);
        assertThat(portfolio.state().marksMicros().get("SPY")).isEqualTo(Micros.of(100 / 1.5));
        assertThat(portfolio.equityMicros() - before)
                .as("rounding of the new price")
                .isBetween(-200L, 200L);
        long gain = held.gainMicros(portfolio.state().marksMicros().get("SPY")) - held.entryCommissionMicros();
        assertThat(portfolio.equityMicros() - Micros.of(100_000.0)).isEqualTo(gain);
    }

    @Test
    void a_dividend_is_cash_for_longs_and_a_cost_for_shorts_and_stops_give_way() {
        for (Side side : Side.values()) {
            Portfolio portfolio = holding(side, side == Side.LONG ? 96 : 104);
            long cash = portfolio.state().cashMicros();

            portfolio.onCorporateAction(new CorporateAction("SPY", 3, 1, 0.75));

            AccountState.Position held = portfolio.state().positions().getFirst();
            long paid = side.sign() * held.shares() * Micros.of(0.75);
            assertThat(portfolio.state().cashMicros() - cash).isEqualTo(paid);
            assertThat(held.dividendMicros()).isEqualTo(paid);
            assertThat(held.stopMicros()).isEqualTo(Micros.of(side == Side.LONG ? 95.25 : 103.25));
            assertThat(held.averagePriceMicros()).isEqualTo(Micros.of(100.0));
            long gain =
                    held.gainMicros(portfolio.state().marksMicros().get("SPY")) - held.entryCommissionMicros() + paid;
            assertThat(portfolio.equityMicros() - Micros.of(100_000.0)).isEqualTo(gain);
        }
    }

    @Test
    void actions_without_sense_are_refused_and_others_symbols_are_left_alone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CorporateAction("SPY", 3, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CorporateAction("SPY", 3, 1, -1));
        Portfolio portfolio = holding(Side.LONG, 96);
        AccountState before = portfolio.state();
        portfolio.onCorporateAction(new CorporateAction("QQQ", 3, 2, 1));
        assertThat(portfolio.state()).isEqualTo(before);
    }
}
