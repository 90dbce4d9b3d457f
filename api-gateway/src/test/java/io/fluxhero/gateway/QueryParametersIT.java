package io.fluxhero.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a door takes behind the question mark, and what it refuses. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class QueryParametersIT {
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @CsvSource({
        "/api/trades?page_size=101,page_size",
        "/api/trades?page=0,page",
        "/api/trades?page=abc,page",
        "/api/trades?status=MAYBE,status",
        "/api/trades?from=soon,from",
        "/api/chart?symbol=spx,symbol",
        "/api/chart,symbol",
        "/api/chart?symbol=SPX&interval=3d,interval"
    })
    void names_the_bad_parameter(String path, String field) {
        user().get(path)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("field", equalTo(field))
                .body("correlationId", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/orders?symbol=SPX|symbol|known: limit, state",
                "/api/account?account=X|account|known: none",
                "/api/trades?page=abc&size=5|size|known: from, page, page_size, status, symbol, to",
                "/api/signals/sig-1?limit=5|limit|known: none",
            })
    void refuses_a_parameter_that_a_door_does_not_take(String path, String field, String known) {
        user().get(path)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .header("X-Request-ID", notNullValue())
                .body("code", equalTo("invalid-request"))
                .body("field", equalTo(field))
                .body("detail", equalTo(field + " is not known here; " + known));
        given().get(path).then().statusCode(401);
    }

    @Test
    void refuses_unknown_parameters_of_commands_but_minds_no_probe() {
        user().delete("/api/orders/ord-1?reason=drill&why=none")
                .then()
                .statusCode(400)
                .body("field", equalTo("why"))
                .body("detail", equalTo("why is not known here; known: reason"));
        given().get("/health?now=1").then().statusCode(200);
    }

    private static RequestSpecification user() {
        return given().header("Authorization", "Bearer " + StandIns.TOKEN);
    }
}
