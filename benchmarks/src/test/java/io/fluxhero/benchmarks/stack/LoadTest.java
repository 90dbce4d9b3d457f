package io.fluxhero.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    @Test
    void quantiles_are_values_that_were_measured() {
        Latencies latencies = new Latencies();
        for (int i = 2000; i >= 1; i--) {
            latencies.add(i);
        }

        assertThat(latencies.quantile(0.5)).isEqualTo(1000);
        assertThat(latencies.quantile(0.99)).isEqualTo(1980);
        assertThat(latencies.quantile(1)).isEqualTo(2000);
    }

    @Test
    void an_answer_may_be_seen_before_its_question() {
        Awaited awaited = new Awaited();
        awaited.answered("A", 107);
        awaited.asked("A", 100);
        awaited.asked("B", 100);

        assertThat(awaited.open()).isOne();
        assertThat(awaited.takeLatencies().quantile(1)).isEqualTo(7);
        awaited.answered("B", 103.5);
        assertThat(awaited.open()).isZero();
        assertThat(awaited.takeLatencies().quantile(1)).isEqualTo(3.5);
    }

    @Test
    void a_queue_that_grows_is_told_from_one_that_comes_and_goes() {
        assertThat(LoadReport.isGrowing(List.of(0, 1, 0, 30, 1, 0, 2, 0, 1))).isFalse();
        assertThat(LoadReport.isGrowing(List.of(0, 1, 2, 4, 7, 9, 12, 16, 20))).isTrue();
        assertThat(LoadReport.isGrowing(List.of(900))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"--symbols, 0", "--symbols, many", "--minutes, 0", "--rate, -1", "--what, 1"})
    void wrong_options_are_named(String option, String value) {
        assertThatThrownBy(() -> LoadOptions.parse(List.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option);
    }

    @Test
    void has_defaults() {
        assertThat(LoadOptions.parse(List.of())).isEqualTo(new LoadOptions(100, 10, Double.NaN, null));
    }
}
