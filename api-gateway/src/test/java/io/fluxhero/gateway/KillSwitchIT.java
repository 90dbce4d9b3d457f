package io.fluxhero.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kill switch through the public door, with either service behind it away or slow. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
class KillSwitchIT {
    private static final String PULL = "/api/emergency/close_all_positions";
    private static final String RESET = "/api/emergency/reset_kill_switch";
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    @AfterEach
    void all_answer_again() {
        StandIns.AWAY.clear();
        StandIns.SLOW.clear();
    }

    @Test
    void is_pulled_at_both_services_with_key_name_and_role() {
        awaitKnownEpoch();
        pull("drill", "key-42")
                .statusCode(200)
                .body("trading_status", equalTo("DISABLED"))
                .body("closed", hasItem("SPX"))
                .body("confirmed_by", contains("execution-service", "risk-service"))
                .body("pending", empty())
                .body("blocked_at", notNullValue());

        assertThat(StandIns.SEEN.get("/risk/internal/halt"))
                .startsWith("key-42 ")
                .contains("\"flatten\":true")
                .contains("\"requested_by\":\"bearer\"")
                .contains("\"role\":\"ADMIN\"")
                .contains("\"reason\":\"drill\"");
        assertThat(StandIns.SEEN.get("/execution/internal/fence"))
                .contains("\"account\":\"PAPER-001\"")
                .contains("\"epoch\":8")
                .contains("\"halted\":true")
                .contains("\"by\":\"bearer\"");
    }

    @Test
    void blocks_at_execution_alone_and_tells_risk_until_it_knows() {
        StandIns.AWAY.add("/risk/internal/halt");

        pull("drill", "key-43")
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("confirmed_by", contains("execution-service"))
                .body("pending[0]", containsString("risk-service"))
                .body("trading_status", nullValue());

        StandIns.SEEN.clear();
        StandIns.AWAY.clear();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        StandIns.SEEN.getOrDefault("/risk/internal/halt", "").startsWith("key-43 "));
    }

    @Test
    void blocks_at_once_where_risk_is_slow_and_at_risk_alone() {
        StandIns.SLOW.add("/risk/internal/halt");
        Instant pressed = Instant.now();
        String blockedAt = pull("slow", "key-44")
                .statusCode(200)
                .body("confirmed_by", contains("execution-service"))
                .body("pending[0]", containsString("did not answer in time"))
                .extract()
                .path("blocked_at");
        Duration taken = Duration.between(pressed, Instant.parse(blockedAt));
        System.out.printf("blocked %d ms after the press, risk-service being stuck%n", taken.toMillis());
        assertThat(taken).isLessThan(AT_ONCE);
        StandIns.SLOW.clear();

        StandIns.AWAY.add("/execution/internal/fence");
        pull("alone", "key-45")
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("confirmed_by", contains("risk-service"))
                .body("pending[0]", containsString("execution-service"));
    }

    @Test
    void says_so_where_nobody_confirms() {
        StandIns.AWAY.add("/risk/internal/halt");
        StandIns.AWAY.add("/execution/internal/fence");

        pull("drill", "key-46")
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("kill-switch-unconfirmed"));
    }

    @Test
    void shows_how_it_stands() {
        user().get("/api/risk/kill_switch")
                .then()
                .statusCode(200)
                .body("halted_by", equalTo("ann"))
                .body("closing", equalTo("FLATTENING"))
                .body("checklist[0].name", equalTo("execution-reconciled"));
    }

    @Test
    void hands_a_refused_reset_on_with_its_checklist() {
        user().contentType("application/json")
                .body("{\"reason\":\"fixed\",\"confirm\":true,\"acknowledge_drawdown\":true}")
                .post(RESET)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("reset-refused"))
                .body("checklist[0].ok", equalTo(false))
                .body("service", equalTo("risk-service"));
        assertThat(StandIns.SEEN.get("/risk/internal/resume")).contains("\"acknowledge_drawdown\":true");
    }

    @Test
    void wants_a_confirmation_before_trading_resumes() {
        user().contentType("application/json")
                .body("{\"reason\":\"fixed\",\"confirm\":false}")
                .post(RESET)
                .then()
                .statusCode(400)
                .body("field", equalTo("confirm"));
    }

    private static void awaitKnownEpoch() {
        await().until(() -> user().get("/api/status").path("trading_status") != null);
    }

    private static ValidatableResponse pull(String reason, String key) {
        return user().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"" + reason + "\"}")
                .post(PULL)
                .then();
    }

    private static io.restassured.specification.RequestSpecification user() {
        return given().header("Authorization", "Bearer " + StandIns.TOKEN);
    }
}
