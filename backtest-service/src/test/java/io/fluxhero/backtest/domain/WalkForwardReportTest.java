package io.fluxhero.backtest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.validation.Objective;
import io.fluxhero.engine.validation.Progress;
import io.fluxhero.engine.validation.WalkForwardPlan;
import io.fluxhero.engine.validation.WindowPlan;
import io.fluxhero.engine.validation.Workers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkForwardReportTest {

    private static final List<Candle> BARS = Stored.bars(600);

    private static WalkForwardRequest request(int firstBar, int lastBar, Map<String, List<String>> grid) {
        WalkForwardPlan plan =
                new WalkForwardPlan(WindowPlan.rolling(63, 21), Long.MIN_VALUE, 120, Objective.TOTAL_RETURN, 1, 0.6);
        return new WalkForwardRequest(Stored.request(firstBar, lastBar, 1), plan, new TreeMap<>(grid));
    }

    private static WalkForwardAnswer answer(WalkForwardRequest request, List<Candle> stored, Workers workers) {
        WalkForwardJob job = WalkForwardJob.of(request, stored);
        return new WalkForwardReport(job, job.run(workers, Progress.unwatched()), Instant.EPOCH).answer();
    }

    private static WalkForwardAnswer answer(WalkForwardRequest request) {
        return answer(request, BARS, Workers.one());
    }

    @Test
    void tests_every_bar_after_the_first_training() {
        WalkForwardAnswer answer = answer(request(200, 451, Map.of()));

        assertThat(answer.totalWindows()).isEqualTo(9);
        assertThat(answer.windowResults())
                .extracting(WalkForwardAnswer.Window::windowId)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        WalkForwardAnswer.Window first = answer.windowResults().getFirst();
        LocalDate start = LocalDate.of(2010, 1, 1).plusDays(200);
        assertThat(first.trainStartDate()).isEqualTo(start);
        assertThat(first.trainEndDate()).isEqualTo(start.plusDays(62));
        assertThat(first.testStartDate()).isEqualTo(start.plusDays(63));
        assertThat(first.testEndDate()).isEqualTo(start.plusDays(83));
        assertThat(answer.timestamps()).hasSize(189).hasSameSizeAs(answer.combinedEquityCurve());
        assertThat(answer.combinedEquityCurve().getLast()).isEqualTo(answer.finalCapital());
        assertThat(answer.totalTrades())
                .isEqualTo(answer.windowResults().stream()
                        .mapToInt(WalkForwardAnswer.Window::numTrades)
                        .sum());
        assertThat(answer.passRate()).isEqualTo(answer.profitableWindows() / 9.0);
        assertThat(answer.passesWalkForwardTest()).isEqualTo(answer.passRate() > 0.6);
        assertThat(answer.aggregateMaxDrawdownPct()).isNotNegative();
        assertThat(answer.isOptimised()).isFalse();
        assertThat(answer.trainBars()).isEqualTo(63);
        assertThat(answer.testBars()).isEqualTo(21);
        assertThat(answer.dateGaps()).isEmpty();
    }

    @Test
    void tells_what_training_chose() {
        Map<String, List<String>> grid = Map.of("regression_period", List.of("20", "50"));

        WalkForwardAnswer answer = answer(request(100, 599, grid));

        assertThat(answer.isOptimised()).isTrue();
        assertThat(answer.candidates()).isEqualTo(2);
        assertThat(answer.windowResults())
                .allSatisfy(window -> assertThat(window.parameters()).containsOnlyKeys("regression_period"));
        assertThat(answer.parameterStability().get("regression_period").values())
                .hasSize(answer.totalWindows());
        assertThat(answer.overfit().trials()).isEqualTo(2);
    }

    @Test
    void the_answer_is_the_same_on_all_cores() {
        Map<String, List<String>> grid = Map.of("regression-period", List.of("20", "35", "50"));
        Workers all = (count, piece) -> IntStream.range(0, count).parallel().forEach(piece);

        assertThat(answer(request(100, 400, grid), BARS, all)).isEqualTo(answer(request(100, 400, grid)));
    }

    @Test
    void dates_that_are_far_apart_are_told() {
        List<Candle> holed = new ArrayList<>(BARS);
        holed.subList(300, 310).clear();

        WalkForwardAnswer answer = answer(request(200, 599, Map.of()), holed, Workers.one());

        assertThat(answer.dateGaps()).singleElement().satisfies(gap -> {
            assertThat(gap.before()).isEqualTo(LocalDate.of(2010, 1, 1).plusDays(299));
            assertThat(gap.after()).isEqualTo(LocalDate.of(2010, 1, 1).plusDays(310));
        });
    }

    @Test
    void refuses_too_few_bars_with_counts_and_unknown_parameters_by_name() {
        assertThatThrownBy(() -> WalkForwardJob.of(request(528, 599, Map.of()), BARS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("start_date"))
                .hasMessage("only 72 stored bars from start_date to end_date; 73 are needed");
        assertThat(WalkForwardJob.of(request(527, 599, Map.of()), BARS).candles())
                .hasSize(600);
        assertThatThrownBy(() -> WalkForwardJob.of(request(0, 599, Map.of("luck", List.of("1"))), BARS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("grid"))
                .hasMessageContaining("unknown parameter 'luck'");
        assertThatThrownBy(() -> WalkForwardJob.of(request(0, 599, Map.of("regression-period", List.of("x"))), BARS))
                .hasMessageContaining("'x' is not");
    }
}
