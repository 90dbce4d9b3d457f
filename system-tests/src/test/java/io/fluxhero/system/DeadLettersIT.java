package io.fluxhero.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fault of our own refuses good messages for a while; once it is mended, nothing of it is left to be seen. */
class DeadLettersIT {

    private static final int BARS = 1_600;
    private static final RunningStack STACK =
            new RunningStack("letters", Map.of("FLUXHERO_MARKET_DATA_SYNTHETIC_BARS", String.valueOf(BARS)));

    /** The fault is there before the first signal, however slow this machine is. */
    @BeforeAll
    static void starts() throws SQLException {
        up("0.01", "--fresh");
        risk("ALTER TABLE signals ADD CONSTRAINT wrong CHECK (false) NOT VALID");
        STACK.down();
        up("50");
    }

    @AfterAll
    static void stops() {
        STACK.down();
    }

    @Test
    void trades_as_the_backtest_once_the_signals_that_were_buried_are_driven_again() throws SQLException {
        Api api = STACK.api();
        Progress progress = new Progress(STACK);
        Topic letters = STACK.topic("signals.dlq");
        await().atMost(Patience.of(Duration.ofMinutes(3)))
                .until(() -> !letters.read().isEmpty());
        RunningStack.Answer tooEarly = redrive();
        assertThat(tooEarly.exit()).as(tooEarly.said()).isZero();
        assertThat(tooEarly.said()).contains("violates check constraint \"wrong\"");
        await("those that are driven too early are buried again, with their count")
                .atMost(Patience.of(Duration.ofMinutes(3)))
                .until(() -> letters.read().stream()
                        .anyMatch(letter -> letter.headers().lastHeader("redrive-count") != null));
        risk("ALTER TABLE signals DROP CONSTRAINT wrong");
        assertThat(redrive().said()).contains("sent before");
        await().atMost(Patience.of(Duration.ofMinutes(1)))
                .until(() -> redrive().said().contains("0 messages to send to signals"));

        progress.awaitTheEnd();
        List<RoundTrip> paper = api.closedTrades();
        assertThat(paper).hasSizeGreaterThan(10).isEqualTo(api.sameBarsInOneLoop("ALPHA", "BETA", "GAMMA"));
        RunningStack.Answer audit = STACK.run("audit");
        assertThat(audit.exit()).as(audit.said()).isZero();
        RunningStack.Answer parity = STACK.run("verify", "parity");
        assertThat(parity.exit()).as(parity.said()).isZero();
    }

    private static void up(String speed, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--feed", "synthetic", "--symbols", "ALPHA,BETA,GAMMA", "--speed", speed));
        STACK.up(all.toArray(String[]::new));
    }

    private static RunningStack.Answer redrive() {
        return STACK.run("redrive", "signals.dlq", "--yes");
    }

    private static void risk(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        STACK.status().path("postgres").asText() + "?currentSchema=risk",
                        "risk",
                        STACK.secret("postgres-risk"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
