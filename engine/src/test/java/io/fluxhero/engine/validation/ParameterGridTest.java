package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.engine.performance.ClosedPositions;
import io.fluxhero.engine.performance.Metrics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterGridTest {

    @Test
    void numbers_all_combinations_the_last_key_fastest() {
        ParameterGrid grid = ParameterGrid.parse(List.of("b=1, 2 ,3", "a=x,y"));

        assertThat(grid.size()).isEqualTo(6);
        assertThat(grid.candidates())
                .extracting(Candidate::toString)
                .containsExactly(
                        "#0{a=x, b=1}", "#1{a=x, b=2}", "#2{a=x, b=3}", "#3{a=y, b=1}", "#4{a=y, b=2}", "#5{a=y, b=3}");
        assertThat(grid.candidate(4).parameters()).containsEntry("a", "y").containsEntry("b", "2");
    }

    @Test
    void a_single_candidate_keeps_all_defaults() {
        assertThat(ParameterGrid.single().candidates()).hasSize(1);
        assertThat(ParameterGrid.single().candidate(0).parameters()).isEmpty();
    }

    @Test
    void refuses_what_it_cannot_read() {
        for (String text : List.of("a", "=1", "a=")) {
            assertThatThrownBy(() -> ParameterGrid.parse(List.of(text)))
                    .hasMessage("'" + text + "' is not of the form key=value,value");
        }
        assertThatThrownBy(() -> ParameterGrid.parse(List.of("a=1", "a=2"))).hasMessageContaining("again");
        assertThatThrownBy(() -> ParameterGrid.of(Map.of("a", List.of()))).hasMessage("no value is given for a");
        List<String> many = Collections.nCopies(1_001, "1");
        assertThatThrownBy(() -> ParameterGrid.of(Map.of("a", many, "b", many))).hasMessageContaining("1000000");
        assertThatThrownBy(() -> ParameterGrid.single().candidate(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_objective_is_undefined_without_enough_trades() {
        Metrics metrics = Metrics.of(
                100,
                new double[] {100, 110},
                1,
                0,
                252,
                new ClosedPositions(new double[] {10}, new int[] {1}, 1, 0, 0));

        assertThat(Objective.TOTAL_RETURN.of(metrics, 1)).isEqualTo(metrics.totalReturnPct());
        assertThat(Objective.TOTAL_RETURN.of(metrics, 2)).isNaN();
    }

    @Test
    void the_first_of_equals_is_the_best() {
        double nan = Double.NaN;

        assertThat(Objective.best(new double[] {nan, 1, 2, 2, nan})).isEqualTo(2);
        assertThat(Objective.best(new double[] {nan})).isEqualTo(-1);
        assertThat(Objective.best(new double[] {-3})).isZero();
    }

    @Test
    void objectives_have_names() {
        assertThat(Objective.parse("total-return")).isEqualTo(Objective.TOTAL_RETURN);
        assertThat(Objective.parse("Sharpe")).isEqualTo(Objective.SHARPE);
        assertThatThrownBy(() -> Objective.parse("luck"))
                .hasMessage("unknown objective 'luck': one of [SHARPE, SORTINO, CALMAR, TOTAL_RETURN, PROFIT_FACTOR]");
    }

    @Test
    void a_million_is_allowed() {
        List<String> thousand = Collections.nCopies(1_000, "1");

        assertThat(ParameterGrid.of(Map.of("a", thousand, "b", thousand)).size())
                .isEqualTo(1_000_000);
    }

    @Test
    void each_objective_is_the_figure_of_its_name() {
        double[] equity = {100, 104, 101, 108};
        Metrics metrics = Metrics.of(
                100, equity, 3, 0.04, 252, new ClosedPositions(new double[] {10, -2}, new int[] {1, 1}, 1, 0, 0));

        assertThat(Objective.SHARPE.of(metrics, 0)).isEqualTo(metrics.sharpe());
        assertThat(Objective.SORTINO.of(metrics, 0)).isEqualTo(metrics.sortino());
        assertThat(Objective.CALMAR.of(metrics, 0)).isEqualTo(metrics.calmar());
        assertThat(Objective.TOTAL_RETURN.of(metrics, 0)).isEqualTo(metrics.totalReturnPct());
        assertThat(Objective.PROFIT_FACTOR.of(metrics, 0)).isEqualTo(5);
    }
}
