package io.fluxhero.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fluxhero.gateway.api.BacktestRequest;
import io.fluxhero.gateway.api.Problem;
import io.vertx.core.MultiMap;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    BadInputTest() {
        new JsonForm().customize(json);
    }

    @Test
    void names_the_field_of_a_wrong_type() {
        Problem problem = problemOf("{\"symbol\":\"SPX\",\"start_date\":\"yesterday\"}");

        assertThat(problem.field()).isEqualTo("start_date");
        assertThat(problem.detail()).isEqualTo("start_date must be a date YYYY-MM-DD");
        assertThat(problem.code()).isEqualTo("invalid-request");
        assertThat(problem.status()).isEqualTo(400);
    }

    @Test
    void refuses_a_zero_character_that_nothing_behind_it_could_keep() {
        Problem problem = problemOf("{\"symbol\":\"S\\u0000PX\"}");

        assertThat(problem.field()).isEqualTo("symbol");
        assertThat(problem.detail()).isEqualTo("symbol must not contain a zero character");
        assertThat(problem.status()).isEqualTo(400);
    }

    @Test
    void tells_the_fields_there_are_where_one_is_unknown() {
        Problem problem = problemOf("{\"symbol\":\"SPX\",\"strategy\":\"TREND\"}");

        assertThat(problem.field()).isEqualTo("strategy");
        assertThat(problem.detail())
                .startsWith("strategy is not known here; known: allow_short, ")
                .contains("strategy_mode");
    }

    @Test
    void says_where_json_breaks() {
        Problem problem = problemOf("{\"symbol\": ");

        assertThat(problem.code()).isEqualTo("malformed-json");
        assertThat(problem.detail()).contains("line 1");
    }

    @Test
    void finds_the_query_parameter_by_its_value() {
        MultiMap query = MultiMap.caseInsensitiveMultiMap().add("limit", "5").add("page", "abc");

        Problem problem = BadInput.in(new NumberFormatException("For input string: \"abc\""), query);

        assertThat(problem.field()).isEqualTo("page");
    }

    @Test
    void speaks_snake_case() {
        assertThat(BadInput.snake("pageSize")).isEqualTo("page_size");
        assertThat(BadInput.snake("symbol")).isEqualTo("symbol");
    }

    @Test
    void names_the_list_whose_element_is_wrong() throws JsonProcessingException {
        BacktestRequest asked = json.readValue(
                "{\"symbols\":[\"SPX\",\"a;b\"],\"start_date\":\"2000-01-03\",\"end_date\":\"2001-06-01\"}",
                BacktestRequest.class);

        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            var violations = validators.getValidator().validate(asked);

            assertThat(BadInput.in(new ConstraintViolationException(violations)).field())
                    .isEqualTo("symbols");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"symbol\":\"SPX\",\"start_date\":\"2000-01-03\" | end_date is required",
                "\"start_date\":\"2000-01-03\",\"end_date\":\"2001-01-03\",\"strategy_mode\":\"LUCK\""
                        + " | strategy_mode must be one of DUAL, TREND, MEAN_REVERSION",
                "\"start_date\":\"2000-01-03\",\"end_date\":\"2001-01-03\",\"trials\":0 | trials must be greater than 0",
            })
    void says_what_is_expected(String members, String detail) throws JsonProcessingException {
        BacktestRequest asked = json.readValue("{" + members + "}", BacktestRequest.class);

        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            var violations = validators.getValidator().validate(asked);

            assertThat(BadInput.in(new ConstraintViolationException(violations)).detail())
                    .isEqualTo(detail);
        }
    }

    private Problem problemOf(String body) {
        return BadInput.in(
                catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, BacktestRequest.class)));
    }
}
