package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.performance.EquityCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowPlanTest {

    private static final WindowPlan PLAN = WindowPlan.rolling(63, 21);

    @Test
    void tests_follow_one_another_and_a_short_last_one_counts_from_half_its_length_on() {
        assertThat(PLAN.windows(73)).containsExactly(new WalkForwardWindow(0, 0, 63, 63, 73));
        assertThat(PLAN.windows(72)).isEmpty();
        assertThat(PLAN.windows(94)).extracting(WalkForwardWindow::testTo).containsExactly(84, 94);
        assertThat(PLAN.windows(93)).hasSize(1);
        assertThat(PLAN.withFewestTestBars(9).windows(93)).hasSize(2);
        assertThat(PLAN.fewestBars()).isEqualTo(73);
    }

    @Test
    void anchored_training_begins_at_the_first_bar() {
        assertThat(PLAN.anchored().windows(105))
                .containsExactly(new WalkForwardWindow(0, 0, 63, 63, 84), new WalkForwardWindow(1, 0, 84, 84, 105));
    }

    @Test
    void whole_windows_leave_gaps() {
        assertThat(new WindowPlan(63, 21, 10, false, true).windows(252))
                .extracting(WalkForwardWindow::testFrom)
                .containsExactly(63, 147, 231);
    }

    @Test
    void its_own_windows_leak_nothing() {
        assertThat(WalkForwardWindow.leaks(PLAN.windows(1_000))).isEmpty();
        assertThat(WalkForwardWindow.leaks(PLAN.anchored().windows(1_000))).isEmpty();
    }

    @Test
    void leaks_are_told() {
        assertThat(WalkForwardWindow.leaks(List.of(new WalkForwardWindow(0, 0, 64, 63, 84))))
                .containsExactly("window 0 trains up to bar 64 and tests from bar 63");
        assertThat(WalkForwardWindow.leaks(
                        List.of(new WalkForwardWindow(0, 0, 63, 63, 84), new WalkForwardWindow(1, 20, 83, 83, 104))))
                .containsExactly("window 1 tests from bar 83, which was tested before: the test before ends at bar 84");
        assertThat(WalkForwardWindow.leaks(List.of(new WalkForwardWindow(0, 5, 5, 63, 84))))
                .containsExactly("window 0 has an empty part");
    }

    @Test
    void refuses_windows_without_bars() {
        assertThatThrownBy(() -> WindowPlan.rolling(0, 21)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAN.withFewestTestBars(22)).isInstanceOf(IllegalArgumentException.class);
        assertThat(WindowPlan.rolling(1, 1).fewestTestBars()).isEqualTo(1);
    }

    @Test
    void a_long_weekend_is_no_gap() {
        long day = 86_400_000;

        assertThat(DateGap.of(new long[] {0, 5 * day, 5 * day + 6 * day}, DateGap.MOST_DAYS))
                .containsExactly(new DateGap(1, 2, 6));
        assertThat(DateGap.of(new long[0], 5)).isEmpty();
    }

    @Test
    void stitching_chains_returns_whatever_the_capital() {
        StitchedEquity stitched = StitchedEquity.of(
                1_000, List.of(new double[] {1_000, 1_100}, new double[] {500, 450, 550}, new double[] {}));

        assertThat(stitched.equity()).hasSize(4);
        assertThat(stitched.equity()[2]).isCloseTo(990, within(1e-9));
        assertThat(stitched.finalEquity()).isCloseTo(1_210, within(1e-9));
        assertThat(stitched.totalReturnPct()).isCloseTo(21, within(1e-9));
        assertThat(stitched.maxDrawdownPct()).isCloseTo(-10, within(1e-9));
        assertThat(stitched.atTestedBars()).hasSize(3);
        assertThat(StitchedEquity.of(1_000, List.of()).totalReturnPct()).isZero();
    }

    @Test
    void figures_of_the_stitched_curve_are_those_of_a_curve() {
        double[] curve = {1_000, 1_020, 1_010, 1_050};
        StitchedEquity stitched = StitchedEquity.of(1_000, List.of(curve));
        double[] returns = EquityCurve.returns(curve);

        assertThat(stitched.sharpe(0.04, 252)).isEqualTo(EquityCurve.sharpe(returns, 0.04, 252));
        assertThat(stitched.populationSharpe(0.04, 252)).isEqualTo(EquityCurve.populationSharpe(returns, 0.04, 252));
    }
}
