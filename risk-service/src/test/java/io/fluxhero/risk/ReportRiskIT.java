package io.fluxhero.risk;

import static io.fluxhero.risk.Doors.asService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.fluxhero.risk.domain.record.DailyReport;
import io.fluxhero.risk.domain.record.DailyReports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class ReportRiskIT {

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector topics;

    @Inject
    ReportRisk reportRisk;

    @Inject
    DailyReports reports;

    @Inject
    ReadAccount readAccount;

    @Test
    void says_what_is_at_risk_and_how_the_modes_did_and_is_kept() {
        StandInExecution.isItselfAgain();
        World world = new World(topics);
        OrderApproved entry = world.openPosition();
        assertRisk((double) entry.quantity());
        int trades = asService().get("/internal/report").path("modes[0].trades");

        Instant day = World.nextDay();
        long since = Tables.lastSent();
        world.bar(day, "101");
        world.send(Said.filled(closing(since), entry.orderId(), World.nextDay(), "101"));
        await().until(() -> readAccount.now().account().state().positions().isEmpty());
        asService()
                .get("/internal/report")
                .then()
                .body("modes[0].trades", equalTo(trades + 1))
                .body("modes[0].total_pnl", notNullValue());

        DailyReport report = reportRisk.now();
        QuarkusTransaction.requiringNew().run(() -> reports.keep(report));
        assertThat(reportRisk.kept(1)).containsExactly(report);
        asService().get("/internal/reports?limit=1").then().body("reports[0].account", equalTo("PAPER-001"));
    }

    private static void assertRisk(double shares) {
        asService()
                .get("/internal/report")
                .then()
                .statusCode(200)
                .body("account", equalTo("PAPER-001"))
                .body("level", equalTo("NORMAL"))
                .body("positions", equalTo(1))
                .body("exposure.toDouble()", closeTo(shares * 102, 0.01))
                .body("risk_deployed.toDouble()", closeTo(shares * 3.5, 0.01))
                .body("worst_case.toDouble()", closeTo(shares * 5, 0.01))
                .body("gap_case.toDouble()", closeTo(shares * 10.2, 0.01))
                .body("largest.symbol", equalTo("SPY"))
                .body("trading_status", equalTo("ACTIVE"))
                .body("size_factor", equalTo(1.0f))
                .body("stop_atr", equalTo(2.5f))
                .body("correlations.symbols", contains("QQQ", "SPY"))
                .body("correlations.values[0][0]", equalTo(1))
                .body("modes.mode", contains("TREND", "MEAN_REVERSION"))
                .body("modes[1].sharpe_per_trade", nullValue());
    }

    private static OrderApproved closing(long since) {
        Doors.post(
                        "close",
                        null,
                        java.util.Map.of("symbol", "SPY", "reason", "r", "requested_by", "ann", "role", "TRADER"))
                .statusCode(200);
        return (OrderApproved) Tables.sent("orders", OrderMessage.class, since).getLast();
    }
}
