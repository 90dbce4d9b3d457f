package io.fluxhero.risk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.contracts.order.OrderSide;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.engine.risk.RiskConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;

/** The service as its callers see it. */
final class Doors {

    private Doors() {}

    static RequestSpecification asService() {
        return given().auth().preemptive().basic("fluxhero", InMemoryTopics.SECRET);
    }

    static ValidatableResponse post(String act, String key, Map<String, Object> body) {
        Map<String, String> headers = key == null ? Collections.emptyMap() : Map.of("Idempotency-Key", key);
        return asService()
                .headers(headers)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/" + act)
                .then();
    }

    static void assertSizedEntry(OrderApproved approved, EntrySignalled signal) {
        assertThat(approved.orderId()).isEqualTo(Ids.derive("ord", signal.signalId(), "entry"));
        assertThat(approved.signalId()).isEqualTo(signal.signalId());
        assertThat(approved.meta().correlationId()).isEqualTo(signal.meta().correlationId());
        assertThat(approved.intent()).isEqualTo(OrderIntent.ENTRY);
        assertThat(approved.side()).isEqualTo(OrderSide.BUY);
        assertThat(approved.quantity()).isPositive();
        assertThat(approved.protectiveStop()).isEqualByComparingTo("95");
        assertThat(approved.configHash()).isEqualTo(RiskConfig.defaults().hash());
        assertThat(approved.explanation().positionSize()).isEqualTo(approved.quantity());
        assertThat(approved.explanation().riskAmount()).isEqualByComparingTo(new BigDecimal(5 * approved.quantity()));
        assertThat(approved.explanation().formattedReason()).contains("BUY SPY @ $100.00", "Risk: $", "Stop: $95.00");
        assertThat(approved.explanation().compactReason()).contains("Risk=");
    }
}
