package io.fluxhero.engine.risk;

import static io.fluxhero.engine.risk.Given.aPosition;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account may lose from here (domain specification i.4), and what weighs too much in it (i.3). */
class RiskReportTest {

    private static AccountState.Position held(String symbol, Side side, long shares, double entry, double stop) {
        return aPosition(symbol, side, shares, entry, stop, Double.NaN);
    }

    private static RiskReport report(double peak, double equity, List<AccountState.Position> positions) {
        return RiskReport.of(
                RiskConfig.defaults(),
                Micros.of(peak),
                Micros.of(equity),
                positions,
                Map.of("AAA", Micros.of(110), "BBB", Micros.of(190), "DDD", Micros.of(55)));
    }

    /** Worth 11,000, -9,500, 500 (no price yet) and 550 (its stop is beyond the price: the gain is locked). */
    private static final List<AccountState.Position> FOUR = List.of(
            held("AAA", Side.LONG, 100, 100, 90),
            held("BBB", Side.SHORT, 50, 200, 220),
            held("CCC", Side.LONG, 10, 50, 0),
            held("DDD", Side.LONG, 10, 60, 56));

    @Test
    void sums_what_is_exposed_and_what_may_be_lost() {
        RiskReport report = report(100_000, 100_000, FOUR);

        assertThat(report.positions()).isEqualTo(4);
        assertThat(report.exposureMicros()).isEqualTo(Micros.of(11_000 + 9_500 + 500 + 550));
        assertThat(report.exposureRatio()).isEqualTo(0.2155);
        assertThat(report.riskDeployedMicros()).isEqualTo(Micros.of(100 * 10 + 50 * 20 + 10 * 50 + 10 * 4));
        assertThat(report.worstCaseMicros()).isEqualTo(Micros.of(100 * 20 + 50 * 30 + 10 * 50));
        assertThat(report.gapCaseMicros()).isEqualTo(Micros.of(2_155));
    }

    @Test
    void names_the_first_of_the_largest_positions() {
        assertThat(report(100_000, 100_000, FOUR).largest())
                .contains(new RiskReport.Largest("AAA", Micros.of(11_000), 0.11));
        assertThat(report(100_000, 50_000, List.of(FOUR.get(2), FOUR.get(1))).largest())
                .contains(new RiskReport.Largest("BBB", Micros.of(9_500), 0.19));
        assertThat(report(1_000, 1_000, List.of(held("X", Side.LONG, 1, 50, 0), held("Y", Side.LONG, 1, 50, 0)))
                        .largest())
                .contains(new RiskReport.Largest("X", Micros.of(50), 0.05));
    }

    @Test
    void an_account_without_equity_has_no_ratios_and_one_at_its_peak_no_drawdown() {
        assertThat(report(100_000, 0, List.of(FOUR.getFirst())).exposureRatio()).isZero();
        assertThat(report(100_000, 101_000, List.of()))
                .extracting(RiskReport::drawdownMicros, RiskReport::drawdown, RiskReport::largest)
                .containsExactly(0L, 0.0, java.util.Optional.empty());
        assertThat(report(100_000, 90_000, List.of()))
                .extracting(RiskReport::drawdownMicros, RiskReport::drawdown)
                .containsExactly(Micros.of(10_000), 0.1);
    }

    @ParameterizedTest
    @CsvSource({"85.000001, NORMAL", "85, WARNING", "80.000001, WARNING", "80, CRITICAL"})
    void the_level_changes_at_the_warning_and_at_the_halt(double equity, RiskReport.Level level) {
        assertThat(report(100, equity, List.of()).level()).isEqualTo(level);
    }

    @Test
    void a_position_is_concentrated_once_it_reaches_the_limit() {
        Map<String, Long> values = Map.of("AT", 50L, "BELOW", 49L, "SHORT", -51L);

        assertThat(Concentration.reached(values, 100, 0.5))
                .containsExactly(Map.entry("AT", true), Map.entry("BELOW", false), Map.entry("SHORT", true));
    }
}
