package io.fluxhero.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of persons on their way through the public door. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class PersonalOrdersIT {
    private static final String ORDER = """
            {"symbol":"SPX","side":"BUY","quantity":5,"type":"LIMIT","limit_price":99.5,"protective_stop":95,
            "reason":"a hunch"}""";

    @Test
    void an_order_goes_to_risk_with_key_name_and_role_and_comes_back_denied_with_figures() {
        user().header("Idempotency-Key", "order-1")
                .body(ORDER)
                .post("/api/orders")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("order-denied"))
                .body("figures.price", equalTo(100.5f))
                .body("service", equalTo("risk-service"));

        assertThat(StandIns.SEEN.get("/risk/internal/orders"))
                .startsWith("order-1 ")
                .contains("\"limit_price\":99.5", "\"protective_stop\":95", "\"quantity\":5")
                .contains("\"requested_by\":\"bearer\"", "\"role\":\"ADMIN\"", "\"reason\":\"a hunch\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol | \"SPX\" | \"spx!\"",
                "side | \"BUY\" | \"HOLD\"",
                "quantity | 5 | 0",
                "type | \"LIMIT\" | \"ICEBERG\"",
                "limit_price | 99.5 | -1",
                "reason | \"a hunch\" | \" \""
            })
    void bad_input_is_named(String field, String good, String bad) {
        user().header("Idempotency-Key", "order-2")
                .body(ORDER.replace("\"" + field + "\":" + good, "\"" + field + "\":" + bad))
                .post("/api/orders")
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }

    @Test
    void an_order_needs_a_key_and_a_token() {
        user().body(ORDER).post("/api/orders").then().statusCode(400).body("field", equalTo("Idempotency-Key"));
        given().contentType("application/json")
                .body(ORDER)
                .post("/api/orders")
                .then()
                .statusCode(401);
        given().delete("/api/orders?reason=r").then().statusCode(401);
    }

    @Test
    void one_order_or_all_are_cancelled_with_a_reason() {
        user().delete("/api/orders/ord-9?reason=changed").then().statusCode(200).body("cancelled", contains("ord-9"));
        assertThat(StandIns.SEEN.get("/risk/internal/cancel"))
                .contains("\"order_id\":\"ord-9\"", "\"reason\":\"changed\"");
        user().delete("/api/orders?reason=all").then().statusCode(200);
        assertThat(StandIns.SEEN.get("/risk/internal/cancel")).contains("\"order_id\":null");
        user().delete("/api/orders").then().statusCode(400).body("field", equalTo("reason"));
    }

    private static RequestSpecification user() {
        return given().header("Authorization", "Bearer " + StandIns.TOKEN).contentType("application/json");
    }
}
