package io.fluxhero.execution.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.execution.domain.position.TradeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "ten", "1.5", "", "99999999999999999999"})
    void refuses_numbers_out_of_range_and_names_the_field(String text) {
        assertThatThrownBy(() -> Parameters.number("page_size", text, 20, 100))
                .isInstanceOfSatisfying(
                        BadParameter.class, bad -> assertThat(bad.field()).isEqualTo("page_size"))
                .hasMessageContaining("from 1 to 100");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "100,100"})
    void takes_the_ends_of_the_range(String text, int value) {
        assertThat(Parameters.number("page_size", text, 20, 100)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"OPEN,OPEN", "closed,CLOSED", "0,OPEN", "1,CLOSED", "2,CANCELLED"})
    void takes_a_status_by_name_or_number(String text, TradeStatus status) {
        assertThat(Parameters.choice("status", text, TradeStatus.values())).isEqualTo(status);
    }

    @Test
    void names_the_choices_there_are() {
        assertThatThrownBy(() -> Parameters.choice("status", "BROKEN", TradeStatus.values()))
                .hasMessageContaining("OPEN, CLOSED, CANCELLED")
                .hasMessageContaining("BROKEN");
    }

    @Test
    void a_date_is_a_day_in_new_york() {
        assertThat(Parameters.time("from", "2020-01-02", 0)).hasToString("2020-01-02T05:00:00Z");
        assertThat(Parameters.time("to", "2020-01-02", 1)).hasToString("2020-01-03T05:00:00Z");
        assertThat(Parameters.time("to", "2020-01-02T05:00:00Z", 1)).hasToString("2020-01-02T05:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-13-01", "yesterday", "2020-01-02T25:00:00Z", ""})
    void refuses_what_is_no_time(String text) {
        assertThatThrownBy(() -> Parameters.time("from", text, 0))
                .isInstanceOfSatisfying(
                        BadParameter.class, bad -> assertThat(bad.field()).isEqualTo("from"));
    }

    @Test
    void refuses_what_is_no_symbol() {
        assertThat(Parameters.symbol("symbol", "spx")).isEqualTo("SPX");
        assertThatThrownBy(() -> Parameters.symbol("symbol", "'; drop table trades"))
                .isInstanceOf(BadParameter.class);
    }
}
