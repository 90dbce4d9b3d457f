package io.fluxhero.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Positions that move together (domain specification i.1 row 7, c.4). */
class CorrelationTest {

    /** An account that saw so many closes: BBB does what AAA does, CCC the opposite, DDD what it likes. */
    private static Portfolio watching(RiskConfig config, int bars) {
        Portfolio portfolio = Portfolio.starting(config, Given.IDS, Micros.of(100_000));
        SplittableRandom random = new SplittableRandom(7);
        double together = 100;
        double against = 100;
        double alone = 100;
        for (int t = 0; t < bars; t++) {
            double move = (random.nextDouble() - 0.5) * 0.02;
            together *= 1 + move;
            against /= 1 + move;
            alone *= 1 + (random.nextDouble() - 0.5) * 0.02;
            portfolio.onBars(
                    t,
                    t,
                    List.of(
                            Given.aBar("AAA", Micros.round(together), 2),
                            Given.aBar("BBB", Micros.round(together * 2), 2),
                            Given.aBar("CCC", Micros.round(against), 2),
                            Given.aBar("DDD", Micros.round(alone), 2)));
        }
        return portfolio;
    }

    private static RiskConfig wide(CorrelationRules rules) {
        return new RiskConfig(0.01, 0.0075, 0.7, 0.2, 2, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 0.5, rules, true);
    }

    private static Portfolio holding(String symbol, int bars) {
        Portfolio portfolio = watching(wide(CorrelationRules.defaults()), bars);
        Given.holding(portfolio, symbol, 100, 90, bars);
        return portfolio;
    }

    private static long shares(Portfolio portfolio, String symbol, Side side) {
        double stop = side == Side.LONG ? 90 : 110;
        return Given.approved(portfolio.onBars(
                        1_000,
                        1_000,
                        List.of(Given.aBar(symbol, 100, "next", Given.anEntry(Mode.TREND, side, 100, stop)))))
                .shares();
    }

    @Test
    void a_second_position_that_moves_with_the_first_is_halved() {
        assertThat(shares(holding("AAA", 61), "BBB", Side.LONG)).isEqualTo(50);
        assertThat(shares(holding("AAA", 61), "DDD", Side.LONG)).isEqualTo(100);
    }

    @Test
    void a_hedge_is_not_punished_and_a_short_in_the_opposite_is() {
        assertThat(shares(holding("AAA", 61), "BBB", Side.SHORT)).isEqualTo(100);
        assertThat(shares(holding("AAA", 61), "CCC", Side.LONG)).isEqualTo(100);
        assertThat(shares(holding("AAA", 61), "CCC", Side.SHORT)).isEqualTo(50);
    }

    @Test
    void a_pending_entry_counts_and_few_returns_say_nothing() {
        Portfolio portfolio = watching(wide(CorrelationRules.defaults()), 61);
        List<Decision> decisions = portfolio.onBars(
                100,
                100,
                List.of(
                        Given.aBar("AAA", 100, "a", Given.aTrendEntry(100, 90)),
                        Given.aBar("BBB", 200, "b", Given.aTrendEntry(100, 90))));

        assertThat(Given.only(Decision.Approved.class, decisions))
                .extracting(approved -> approved.ticket().shares())
                .containsExactly(100L, 50L);
        assertThat(Given.only(Decision.Alert.class, decisions))
                .extracting(Decision.Alert::code)
                .contains("CORRELATION_REDUCED");
        assertThat(shares(holding("AAA", 18), "BBB", Side.LONG)).isEqualTo(100);
    }

    @Test
    void exposure_is_asked_for_the_halved_size_and_nothing_left_is_a_denial() {
        RiskConfig narrow = new RiskConfig(0.01, 0.0075, 0.7, 0.2, 0.155, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 0.5);
        Portfolio portfolio = watching(narrow, 61);
        Given.holding(portfolio, "AAA", 100, 90, 61);
        assertThat(shares(portfolio, "BBB", Side.LONG))
                .as("100 would not fit, 50 do")
                .isEqualTo(50);

        Portfolio poor = Portfolio.restored(
                wide(CorrelationRules.defaults()), Given.IDS, holding("AAA", 61).state());
        List<Decision> decisions =
                poor.onBars(99, 99, List.of(Given.aBar("BBB", 15_000, "b", Given.aTrendEntry(15_000, 14_100))));
        assertThat(Given.only(Decision.Denied.class, decisions))
                .extracting(Decision.Denied::code)
                .containsExactly("REJECTED_HIGH_CORRELATION");
    }

    @Test
    void the_window_is_bounded_and_survives_a_restart() {
        Portfolio portfolio = holding("AAA", 200);
        AccountState state = portfolio.state();

        assertThat(state.closes().get("BBB").barTimes()).hasSize(61).endsWith(199L);
        Portfolio restored = Portfolio.restored(wide(CorrelationRules.defaults()), Given.IDS, state);
        assertThat(restored.state()).isEqualTo(state);
        assertThat(shares(restored, "BBB", Side.LONG)).isEqualTo(50);
    }

    @Test
    void warns_once_where_all_symbols_move_together_and_may_halve_the_number_of_positions() {
        CorrelationRules halving = new CorrelationRules(0.7, 0.5, 60, 20, 0.8, true);
        RiskConfig config = wide(halving);
        Portfolio portfolio = Portfolio.starting(config, Given.IDS, Micros.of(100_000));
        List<Decision> all = new ArrayList<>();
        double price = 100;
        SplittableRandom random = new SplittableRandom(1);
        for (int t = 0; t < 80; t++) {
            price *= 1 + (random.nextDouble() - 0.5) * 0.02;
            all.addAll(portfolio.onBars(
                    t,
                    t,
                    List.of(Given.aBar("AAA", Micros.round(price), 2), Given.aBar("BBB", Micros.round(price * 3), 2))));
        }

        assertThat(Given.only(Decision.Alert.class, all))
                .extracting(Decision.Alert::kind)
                .containsExactly(Decision.Alert.Kind.CORRELATION_WARNED);
        assertThat(new CorrelationWatch(halving, true).maxPositions(5)).isEqualTo(2);
        assertThat(new CorrelationWatch(CorrelationRules.defaults(), true).maxPositions(5))
                .isEqualTo(5);
        assertThat(portfolio.state().correlationWarned()).isTrue();
    }

    /** Warnings of an account that watched AAA, BBB as its double, and perhaps CCC, in so many bars a session. */
    private static List<Decision.Alert> warnings(boolean halves, boolean withStranger, int barsPerSession) {
        RiskConfig config = wide(new CorrelationRules(0.7, 0.5, 60, 20, 0.8, halves));
        Portfolio portfolio = Portfolio.starting(config, Given.IDS, Micros.of(100_000));
        List<Decision> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        double price = 100;
        double stranger = 100;
        for (int t = 0; t < 60; t++) {
            price *= 1 + (random.nextDouble() - 0.5) * 0.02;
            stranger *= 1 + (random.nextDouble() - 0.5) * 0.02;
            List<SettledBar> bars = new ArrayList<>();
            bars.add(Given.aBar("AAA", Micros.round(price), 2));
            bars.add(Given.aBar("BBB", Micros.round(price * 2), 2));
            if (withStranger) {
                bars.add(Given.aBar("CCC", Micros.round(stranger), 2));
            }
            all.addAll(portfolio.onBars(t, t / barsPerSession, bars));
        }
        List<Decision.Alert> alerts = Given.only(Decision.Alert.class, all);
        assertThat(portfolio.state().correlationWarned()).isEqualTo(!alerts.isEmpty());
        return alerts;
    }

    @Test
    void the_mean_of_all_pairs_counts_and_is_taken_as_a_session_begins() {
        assertThat(warnings(false, true, 1)).as("one pair of three").isEmpty();
        assertThat(warnings(false, false, 60)).as("one session").isEmpty();
        assertThat(warnings(false, false, 30)).as("as the second begins").hasSize(1);
    }

    @Test
    void a_warning_says_whether_there_may_be_fewer_positions() {
        assertThat(warnings(true, false, 1).getFirst().detail())
                .isEqualTo("the watched symbols move together: fewer positions");
        assertThat(warnings(false, false, 1).getFirst().detail()).isEqualTo("the watched symbols move together");
    }

    @Test
    void what_a_person_wants_is_halved_too_down_to_one_share() {
        Portfolio portfolio = holding("AAA", 61);
        PersonalEntry two = new PersonalEntry("BBB", Side.LONG, 2, OrderTerms.MARKET, Micros.of(1), 0);
        PersonalEntry one = new PersonalEntry("BBB", Side.LONG, 1, OrderTerms.MARKET, Micros.of(1), 0);
        PersonalEntry alone = new PersonalEntry("DDD", Side.LONG, 2, OrderTerms.MARKET, Micros.of(1), 0);

        assertThat(Given.only(Decision.Denied.class, portfolio.enter(one, "one", 62)))
                .extracting(Decision.Denied::code)
                .containsExactly("REJECTED_HIGH_CORRELATION");
        List<Decision> decisions = portfolio.enter(two, "two", 62);
        assertThat(Given.approved(decisions).shares()).isOne();
        assertThat(Given.only(Decision.Alert.class, decisions))
                .extracting(Decision.Alert::code)
                .containsExactly("CORRELATION_REDUCED");
        assertThat(portfolio.enter(alone, "alone", 62)).hasSize(1);
    }

    @Test
    void tells_how_two_symbols_move_and_nothing_of_too_few_returns() {
        RiskConfig config = wide(CorrelationRules.defaults());

        assertThat(watching(config, 21).correlation("AAA", "BBB")).isCloseTo(1, within(1e-3));
        assertThat(watching(config, 21).correlation("AAA", "CCC")).isCloseTo(-1, within(1e-3));
        assertThat(watching(config, 20).correlation("AAA", "BBB")).isNaN();
    }

    @Test
    void correlates_returns_not_levels() {
        double[] up = {100, 101, 102, 103, 104};
        assertThat(ReturnCorrelation.of(new double[] {1, 2, 1}, new double[] {5, 10, 5}))
                .isCloseTo(1, within(1e-12));
        assertThat(ReturnCorrelation.of(new double[] {1, 2, 1, 2}, new double[] {10, 5, 10, 5}))
                .isCloseTo(-1, within(1e-12));
        assertThat(ReturnCorrelation.of(up, new double[] {200, 200, 200, 200, 200}))
                .isZero();
        assertThat(ReturnCorrelation.of(new double[] {1, 2}, new double[] {1, 2}))
                .isZero();
    }

    @Test
    void only_bar_times_that_both_have_are_compared() {
        CloseWindow one = new CloseWindow(60);
        CloseWindow two = new CloseWindow(60);
        double[] moves = {1, 1.1, 0.9, 1.2, 1.05, 1.3, 0.8};
        for (int t = 0; t < moves.length; t++) {
            one.add(t, Micros.of(100 * moves[t]));
            if (t != 2) {
                two.add(t, Micros.of(50 * moves[t]));
            }
        }

        assertThat(one.correlationWith(two, 5)).isCloseTo(1, within(1e-9));
        assertThat(one.correlationWith(two, 6)).isZero();
    }
}
