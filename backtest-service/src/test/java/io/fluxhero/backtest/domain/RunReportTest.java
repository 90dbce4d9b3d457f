package io.fluxhero.backtest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxhero.engine.backtest.Backtest;
import io.fluxhero.engine.market.Candle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunReportTest {

    private static final List<Candle> BARS = Stored.bars(800);

    private static RunResult run(RunRequest request) {
        RunPlan plan = RunPlan.of(request, Stored.SYN, BARS);
        var outcome = Backtest.run(plan.config(), new TreeMap<>(Map.of("SYN", plan.candles())));
        return new RunReport(plan, outcome, Instant.EPOCH).result();
    }

    @Test
    void says_every_figure_of_the_specification() {
        RunResult result = run(Stored.request(0, 799, 1));

        assertThat(result.metrics())
                .containsKeys(
                        "total_return_pct",
                        "annualized_return_pct",
                        "sharpe_ratio",
                        "sortino_ratio",
                        "calmar_ratio",
                        "max_drawdown_pct",
                        "win_rate",
                        "avg_win",
                        "avg_loss",
                        "avg_win_loss_ratio",
                        "profit_factor",
                        "avg_holding_bars",
                        "exposure_ratio",
                        "var_95",
                        "cvar_95",
                        "kelly_fraction",
                        "recovery_factor",
                        "ulcer_index",
                        "alpha",
                        "beta",
                        "information_ratio",
                        "r_squared",
                        "skewness",
                        "kurtosis",
                        "tail_ratio",
                        "max_consecutive_wins",
                        "max_consecutive_losses",
                        "expectancy",
                        "sqn",
                        "avg_mae",
                        "avg_mfe",
                        "turnover_per_year");
        assertThat(result.numTrades()).isGreaterThan(3);
        assertThat(result.metrics().get("max_drawdown_pct")).isPositive().isEqualTo(result.maxDrawdownPct());
        assertThat(result.metrics().get("var_95")).isNegative();
        assertThat(result.criteria()).containsOnlyKeys("sharpe", "max_drawdown", "win_rate", "win_loss_ratio");
    }

    @Test
    void breaks_the_run_down() {
        RunResult result = run(Stored.request(0, 799, 1));

        assertThat(Objects.requireNonNull(result.monthlyReturns()))
                .extracting(RunResult.YearOfReturns::year)
                .containsExactly(2010, 2011, 2012);
        assertThat(result.monthlyReturns().getFirst().monthsPct()).hasSize(12).startsWith((Double) null);
        double growth = 1;
        for (RunResult.YearOfReturns year : result.monthlyReturns()) {
            growth *= 1 + year.yearPct() / 100;
        }
        assertThat((growth - 1) * 100).isCloseTo(result.totalReturnPct(), within(1e-9));
        for (Map<String, RunResult.TradesInCommon> groups :
                List.of(result.byMode(), result.byRegime(), result.byExitReason())) {
            assertThat(groups.values().stream()
                            .mapToInt(RunResult.TradesInCommon::trades)
                            .sum())
                    .isEqualTo(result.numTrades());
        }
        assertThat(result.rollingSharpe()).hasSameSizeAs(result.equityCurve());
        assertThat(result.rollingVolatility()).hasSameSizeAs(result.equityCurve());
        assertThat(result.benchmarkCurve()).hasSameSizeAs(result.equityCurve());
        RunResult.DrawdownSpan deepest =
                Objects.requireNonNull(result.worstDrawdowns()).getFirst();
        assertThat(deepest.depthPct()).isCloseTo(result.maxDrawdownPct(), within(1e-12));
        assertThat(deepest.trough()).isAfter(deepest.peak());
        assertThat(result.trades()).allSatisfy(trade -> {
            assertThat(trade.mae()).isNotNegative();
            assertThat(trade.mfe()).isNotNegative();
            assertThat(trade.rMultiple()).isNotNull();
        });
    }

    @Test
    void holds_the_result_against_the_trials_that_led_to_it() {
        RunResult.Overfit single =
                Objects.requireNonNull(run(Stored.request(0, 799, 1)).overfit());
        RunResult.Overfit many =
                Objects.requireNonNull(run(Stored.request(0, 799, 500)).overfit());

        assertThat(single.deflatedSharpe()).isEqualTo(single.probabilisticSharpe());
        assertThat(many.deflatedSharpe()).isLessThan(single.deflatedSharpe());
        assertThat(many.trials()).isEqualTo(500);
        assertThat(single.overfitProbability()).isNull();
    }

    @Test
    void trials_make_another_run_and_one_trial_is_the_run_as_ever() {
        assertThat(Stored.request(0, 799, 1).identity()).doesNotContain("trials");
        assertThat(run(Stored.request(0, 799, 2)).runId())
                .isNotEqualTo(run(Stored.request(0, 799, 1)).runId());
    }
}
