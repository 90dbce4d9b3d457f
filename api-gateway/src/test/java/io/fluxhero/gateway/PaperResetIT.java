package io.fluxhero.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reset of the paper account as it goes to risk. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class PaperResetIT {

    private static final String PATH = "/risk/internal/paper-reset";

    @Test
    void goes_to_risk_with_its_key_as_often_as_it_is_sent() {
        for (int i = 0; i < 2; i++) {
            reset("{\"reason\":\"a new season\",\"initial_capital\":50000.25}")
                    .statusCode(200)
                    .body("detail", equalTo("the paper broker moves the cash from 98000 to 100000"))
                    .body("trading_status", equalTo("ACTIVE"));
            assertThat(StandIns.SEEN.get(PATH))
                    .startsWith("key-reset ")
                    .contains("\"reason\":\"a new season\"", "\"initial_capital\":50000.25", "\"requested_by\"");
        }
    }

    @Test
    void leaves_it_to_risk_how_much_where_nothing_is_said() {
        reset("{\"reason\":\"a new season\"}").statusCode(200);

        assertThat(StandIns.SEEN.get(PATH)).contains("\"initial_capital\":null");
    }

    @Test
    void tells_what_is_in_the_way() {
        reset("{\"reason\":\"while held\"}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("paper-reset-refused"))
                .body("detail", containsString("close the positions"))
                .body("checklist[0].name", equalTo("no-open-positions"))
                .body("service", equalTo("risk-service"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                reason          | {}
                reason          | {"reason":" "}
                initial_capital | {"reason":"anew","initial_capital":0}
                initial_capital | {"reason":"anew","initial_capital":-100}
                initial_capital | {"reason":"anew","initial_capital":100.005}
                initial_capital | {"reason":"anew","initial_capital":1e12}
                """)
    void names_the_field_that_is_wrong(String field, String body) {
        reset(body).statusCode(400).body("field", equalTo(field));
    }

    @Test
    void is_for_those_who_are_known() {
        given().contentType("application/json")
                .body("{\"reason\":\"anew\"}")
                .post("/api/paper/reset")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    private static ValidatableResponse reset(String body) {
        return user().contentType("application/json")
                .header("Idempotency-Key", "key-reset")
                .body(body)
                .post("/api/paper/reset")
                .then();
    }

    private static RequestSpecification user() {
        return given().header("Authorization", "Bearer " + StandIns.TOKEN);
    }
}
