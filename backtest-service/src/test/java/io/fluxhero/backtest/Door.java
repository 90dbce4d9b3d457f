package io.fluxhero.backtest;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The internal door as the gateway knocks at it. */
final class Door {

    static final String RUN = "{\"symbol\":\"SYN\",\"start_date\":\"2010-01-04\",\"end_date\":\"2013-06-14\"%s}";

    static final JsonPathConfig EXACT =
            JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    static RequestSpecification asService() {
        return given().auth()
                .preemptive()
                .basic("fluxhero", MarketDataStandIn.SECRET)
                .contentType("application/json");
    }

    static ValidatableResponse post(String body) {
        return asService().body(body).post("/internal/backtest").then();
    }

    static ValidatableResponse walkForward(String body) {
        return asService().body(body).post("/internal/backtest/walk-forward").then();
    }

    static JsonPath run(String more) {
        return post(RUN.formatted(more)).statusCode(200).extract().jsonPath(EXACT);
    }

    private Door() {}
}
