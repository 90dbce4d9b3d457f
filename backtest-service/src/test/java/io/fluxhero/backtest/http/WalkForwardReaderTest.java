package io.fluxhero.backtest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.backtest.Settings;
import io.fluxhero.backtest.domain.Refusal;
import io.fluxhero.backtest.domain.WalkForwardRequest;
import io.fluxhero.engine.validation.Objective;
import io.fluxhero.engine.validation.WindowPlan;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkForwardReaderTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2020-01-02T17:00:00Z"), ZoneOffset.UTC);

    private static WalkForwardRequest read(String more) {
        String body = "{\"symbol\":\"SPY\",\"start_date\":\"2015-01-02\",\"end_date\":\"2019-12-31\"" + more + "}";
        try {
            return new WalkForwardReader(new RequestReader(new Settings(), NOON))
                    .read(new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takes_the_defaults_of_the_specification() {
        WalkForwardRequest request = read("");

        assertThat(request.plan().windows()).isEqualTo(WindowPlan.rolling(63, 21));
        assertThat(request.plan().passThreshold()).isEqualTo(0.6);
        assertThat(request.plan().objective()).isEqualTo(Objective.SHARPE);
        assertThat(request.plan().warmUpBars()).isEqualTo(120);
        assertThat(request.grid()).isEmpty();
        assertThat(request.run().initialCapital()).isEqualTo("100000");
        assertThat(request.run().trials()).isEqualTo(1);
    }

    @Test
    void takes_what_is_given() {
        WalkForwardRequest request =
                read(",\"train_bars\":252,\"test_bars\":63,\"pass_threshold\":0.5,\"anchored\":true,"
                        + "\"objective\":\"calmar\",\"min_trades\":3,\"trials\":9,"
                        + "\"grid\":{\"regression-period\":[20,50],\"modes\":[\"DUAL\"]}");

        assertThat(request.plan().windows())
                .isEqualTo(WindowPlan.rolling(252, 63).anchored());
        assertThat(request.plan().passThreshold()).isEqualTo(0.5);
        assertThat(request.plan().objective()).isEqualTo(Objective.CALMAR);
        assertThat(request.plan().fewestTrades()).isEqualTo(3);
        assertThat(request.run().trials()).isEqualTo(9);
        assertThat(request.grid())
                .containsEntry("regression-period", List.of("20", "50"))
                .containsEntry("modes", List.of("DUAL"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "train_bars; ,\"train_bars\":0",
                "train_bars; ,\"train_bars\":\"many\"",
                "test_bars; ,\"test_bars\":1.5",
                "test_bars; ,\"test_bars\":-1",
                "pass_threshold; ,\"pass_threshold\":1.1",
                "pass_threshold; ,\"pass_threshold\":\"most\"",
                "anchored; ,\"anchored\":1",
                "objective; ,\"objective\":\"luck\"",
                "objective; ,\"objective\":7",
                "min_trades; ,\"min_trades\":-1",
                "trials; ,\"trials\":0",
                "grid; ,\"grid\":[1]",
                "grid; ,\"grid\":{\"a\":1}",
                "grid; ,\"grid\":{\"a\":[]}",
                "grid; ,\"grid\":{\"a\":[\" \"]}",
                "grid; ,\"grid\":{\"a\":[{}]}",
            })
    void names_the_field_that_is_wrong(String field, String more) {
        assertThatThrownBy(() -> read(more))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void refuses_a_grid_that_would_not_end() {
        String twentyFive = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]";

        assertThatThrownBy(() -> read(",\"grid\":{\"a\":" + twentyFive + ",\"b\":" + twentyFive + "}"))
                .hasMessage("grid must have at most 500 combinations");
        assertThat(read(",\"grid\":{\"a\":" + twentyFive + ",\"b\":[1,2]}").grid())
                .hasSize(2);
    }
}
