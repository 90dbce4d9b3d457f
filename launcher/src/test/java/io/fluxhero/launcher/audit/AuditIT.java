package io.fluxhero.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.contracts.Ids;
import io.fluxhero.launcher.postgres.ServiceRoles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A book in order, in the real schemas on a real server; then each rule is broken on purpose. */
class AuditIT {

    private static final Instant DAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final String CANDLE = Ids.derive("cnd", "SPX", "1d", DAY, 0);
    private static final String ANSWER = Ids.derive("msg", "indicators-updated", "SPX", "1d", DAY, "hash");

    /** A second entry in the bar of the first, which did not see it. */
    private static final String AGAIN = """
            INSERT INTO risk.decisions (account, bar_time, outcome, intent, symbol, signal_id, order_id, code, detail,
                figures, correlation_id)
            SELECT account, bar_time, outcome, intent, symbol, signal_id, 'ord-again', code, detail, figures,
                correlation_id
            FROM risk.decisions WHERE order_id = 'ord-entry-1';
            """;

    /** Invariant, words of its claim, what breaks it, words of the detail. */
    private static final List<Arguments> BREAKS = List.of(
            broken(
                    "I1",
                    "works at the paper broker",
                    "UPDATE execution.paper_orders SET shares = 4",
                    "ord-entry-2-stop"),
            broken("I1", "works at the paper broker", """
                        INSERT INTO execution.paper_orders SELECT 'ord-foreign', 9, working, signal_id, symbol,
                            decided_at, intent, side, mode, shares, stop_micros, target_micros, trailing_atr_multiple,
                            average_volume, cash_limit_micros, 'ENTRY', 0, 0 FROM execution.paper_orders
                        """, "ord-foreign"),
            broken(
                    "I1",
                    "executions of the paper broker",
                    "UPDATE execution.paper_executions SET price_micros = price_micros + 1 WHERE fill_id = 'fil-2'",
                    "fil-2"),
            broken(
                    "I1",
                    "executions of the paper broker",
                    "DELETE FROM execution.paper_executions WHERE fill_id = 'fil-2'",
                    "fil-2"),
            broken(
                    "I2",
                    "every fill belongs",
                    "UPDATE execution.fills SET entry_order_id = 'ord-nobody' WHERE fill_id = 'fil-3'",
                    "ord-nobody"),
            broken(
                    "I2",
                    "every order was approved",
                    "DELETE FROM risk.decisions WHERE order_id = 'ord-exit-1'",
                    "ord-exit-1"),
            broken(
                    "I2",
                    "every order was approved",
                    "UPDATE execution.orders SET entry_order_id = NULL WHERE order_id = 'ord-entry-2-stop'",
                    "ord-entry-2-stop"),
            broken("I2", "every signal behind", "DELETE FROM risk.signals WHERE signal_id = 'sig-2'", "sig-2"),
            broken(
                    "I3",
                    "the fills of an order",
                    "UPDATE execution.orders SET filled_quantity = 9 WHERE order_id = 'ord-entry-1'",
                    "filled 9 of 10, its fills are 10"),
            broken("I3", "the fills of an order", """
                        INSERT INTO execution.fills SELECT 'fil-again', account, order_id, entry_order_id, symbol,
                            bar_time, intent, position_side, quantity, price, commission, slippage, filled_at
                        FROM execution.fills WHERE fill_id = 'fil-2'
                        """, "its fills are 20"),
            broken(
                    "I11",
                    "every step",
                    "UPDATE execution.order_events SET from_state = 'FILLED', to_state = 'CANCELLED'"
                            + " WHERE order_id = 'ord-entry-1' AND to_state = 'FILLED'",
                    "FILLED -> CANCELLED"),
            broken(
                    "I11",
                    "every order stands",
                    "UPDATE execution.orders SET state = 'EXPIRED' WHERE order_id = 'ord-entry-1-stop'",
                    "stands at EXPIRED, last step to CANCELLED"),
            broken("I4", "every position is", "UPDATE execution.positions SET shares = 6", "holds 6, fills say 5"),
            broken("I4", "every position is", "DELETE FROM execution.positions", "holds 0, fills say 5"),
            broken("I4", "every trade", "UPDATE execution.trades SET commission = 3 WHERE trade_id = 'trd-1'", "trd-1"),
            broken(
                    "I5",
                    "what a closed trade earned",
                    "UPDATE execution.trades SET realized_pnl = 98.000001 WHERE trade_id = 'trd-1'",
                    "realized 98.000001, its fills say 98.000000"),
            broken(
                    "I15",
                    "protective stop",
                    "UPDATE execution.orders SET state = 'CANCELLED' WHERE order_id = 'ord-entry-2-stop'",
                    "a stop works for 0"),
            broken(
                    "I5",
                    "cash of risk",
                    "UPDATE risk.account_state SET cash = cash - 0.000001",
                    "cash 9496.999999, start, movements and fills say 9497.0"),
            broken(
                    "I4",
                    "positions of risk",
                    "UPDATE risk.account_state SET state = jsonb_set(state, '{positions,0,shares}', '4')",
                    "risk holds 4, fills say 5"),
            broken(
                    "I5",
                    "positions at cost",
                    "UPDATE risk.account_state SET state = jsonb_set(state, '{realizedMicros}', '98000001')",
                    "paper"),
            broken("I5", "equity of risk", "UPDATE risk.account_state SET equity = 10058", "equity 10058"),
            broken(
                    "I5",
                    "cash of every equity point",
                    "UPDATE risk.equity_points SET cash = 8999.5 WHERE bar_time = '2026-01-03Z'",
                    "cash 8999.5"),
            broken(
                    "I5",
                    "equity of every point",
                    "UPDATE risk.equity_points SET equity = 10099 WHERE bar_time = '2026-01-05Z'",
                    "equity 10099"),
            broken(
                    "I5",
                    "cash of risk",
                    "DELETE FROM risk.cash_movements",
                    "cash 9497.000000, start, movements and fills say 8497.0"),
            broken("I5", "positions at cost", "DELETE FROM risk.cash_movements", "the rest of the account says 8497"),
            broken(
                    "I5",
                    "cash of every equity point",
                    "UPDATE risk.cash_movements SET decided_up_to = '2026-01-02Z'",
                    "2026-01-02"),
            broken("I14", "every movement of cash", "DELETE FROM risk.cash_movements", "mov-1: execution 1000"),
            broken(
                    "I14",
                    "every movement of cash",
                    "UPDATE risk.cash_movements SET cash = 9999",
                    "risk 1000.000000 to 9999"),
            broken("I5", "those of the paper broker", "DELETE FROM execution.paper_cash_movements", "mov-1: here 1000"),
            broken(
                    "I5",
                    "those of the paper broker",
                    "UPDATE execution.cash_movements SET state = 'REQUESTED', amount = NULL",
                    "at the broker 1000"),
            broken(
                    "I14",
                    "risk was told of every fill",
                    "DELETE FROM risk.inbox WHERE message_id = (SELECT 'msg-' || substr(encode("
                            + "sha256('12:order-filled5:fil-2'::bytea), 'hex'), 1, 32))",
                    "fil-2"),
            broken(
                    "I10",
                    "every candle is sound",
                    "UPDATE market_data.candles SET low = 200 WHERE open_time = '2026-01-10Z'",
                    "2026-01-10"),
            broken(
                    "I10",
                    "every bar that was measured",
                    "DELETE FROM market_data.candles WHERE open_time = '2026-01-10Z'",
                    "(none)"),
            broken(
                    "I10",
                    "every bar that was measured",
                    "UPDATE signals.strategy_instances SET last_bar = '2026-01-10Z'",
                    "2026-01-11"),
            broken(
                    "I10",
                    "every signal was given",
                    "UPDATE signals.signals SET bar_time = '2026-01-03Z' WHERE signal_id = 'sig-1'",
                    "sig-1"),
            broken(
                    "I10",
                    "every order was decided",
                    "UPDATE execution.orders SET bar_time = '2025-01-02Z' WHERE order_id = 'ord-exit-1'",
                    "ord-exit-1"),
            broken(
                    "I10",
                    "every fill is later",
                    "UPDATE execution.orders SET bar_time = '2026-01-05Z' WHERE order_id = 'ord-exit-1'",
                    "fil-2"),
            broken("I7", "while trading is halted", """
                        INSERT INTO execution.fences VALUES ('paper', 5, true);
                        UPDATE execution.orders SET state = 'ACCEPTED', risk_epoch = 4 WHERE order_id = 'ord-entry-2'
                        """, "ord-entry-2 SPX: ACCEPTED in epoch 4, the fence stands at 5"),
            seen("I8", "kept the limits", "position_limit", 999, "value 1000 of 999"),
            seen("I8", "kept the limits", "exposure_limit", 999, "exposure 1000 of 999"),
            seen("I8", "kept the limits", "positions_limit", 0, "position 1 of 0"),
            broken(
                    "I8",
                    "kept the limits",
                    "UPDATE risk.decisions SET figures = figures - 'exposure_limit' WHERE order_id = 'ord-entry-2'",
                    "ord-entry-2 SPX: value 600 of 2019, exposure 600 of ,"),
            seen("I8", "what the limits saw", "equity", 10_001, "equity 10001"),
            seen("I8", "what the limits saw", "reserved", 1, "held -1"),
            seen("I8", "what the limits saw", "shares", 9, "9 shares worth 1000"),
            broken(
                    "I8",
                    "what the limits saw",
                    "DELETE FROM risk.equity_points WHERE bar_time = '2026-01-06Z'",
                    "ord-entry-2"),
            broken("I8", "counted those before it", AGAIN, "ord-again SPX: 0 reserved after 1000, position 1 after 1"),
            broken(
                    "I8",
                    "counted those before it",
                    AGAIN + "UPDATE risk.decisions SET figures = figures || '{\"reserved\": 1000}'"
                            + " WHERE order_id = 'ord-again'",
                    "position 1 after 1"),
            broken(
                    "I8",
                    "more shares than the limits allowed",
                    "UPDATE execution.orders SET quantity = 11 WHERE order_id = 'ord-entry-1'",
                    "11 shares ordered, 10 allowed"),
            seen("I16", "worth more than the cash", "free_cash", 999, "worth 1000, free 999"),
            seen("I16", "worth more than the cash", "free_cash", 10_001, "free 10001 of cash 10000"),
            broken(
                    "I16",
                    "purchase cost more",
                    "UPDATE execution.orders SET cash_limit = 10001 WHERE order_id = 'ord-entry-1'",
                    "may cost 10001.000000, 10000 was free"),
            broken(
                    "I16",
                    "purchase cost more",
                    "UPDATE execution.orders SET cash_limit = 1000 WHERE order_id = 'ord-entry-1';"
                            + " UPDATE risk.decisions SET figures = figures || '{\"free_cash\": 1000}'"
                            + " WHERE order_id = 'ord-entry-1'",
                    "cost 1001.000000, may cost 1000.000000"),
            broken("I13", "the strategy has taken", forget("signals", "candles", CANDLE), "2026-01-05"),
            broken("I13", "execution has taken", forget("execution", "candles", CANDLE), CANDLE),
            broken("I13", "every answer of the strategy", forget("risk", "indicators", ANSWER), ANSWER),
            broken("I13", "taken in every signal", forget("risk", "signals", "sig-2"), "sig-2"),
            broken(
                    "I12",
                    "privileged acts",
                    "ALTER TABLE risk.audit DISABLE TRIGGER ALL;"
                            + " UPDATE risk.audit SET reason = 'none' WHERE action = 'HALT'",
                    "HALT by anna) was changed"),
            broken(
                    "I12",
                    "privileged acts",
                    "ALTER TABLE risk.audit DISABLE TRIGGER ALL;" + " DELETE FROM risk.audit WHERE action = 'HALT'",
                    "does not follow"));

    private static final String PASSWORD = "auditor-word";

    @RegisterExtension
    private static final BooksServer SERVER = new BooksServer();

    private Books books;

    @BeforeEach
    void openTheBooks() throws Exception {
        books = SERVER.books();
        ServiceRoles roles = new ServiceRoles(SERVER.admin());
        for (String owner : List.of("market_data", "signals", "risk", "execution")) {
            roles.ensure(owner, "owner-word");
        }
        roles.ensureAuditor(PASSWORD, List.of("market_data", "signals", "risk", "execution"));
    }

    @Test
    void finds_a_book_in_order() throws Exception {
        AuditReport report = audited();

        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.details()).as(finding.claim()).isEmpty();
            assertThat(finding.checked()).as(finding.claim()).isPositive();
        });
        assertThat(report.state()).isEqualTo(Finding.State.OK);
        assertThat(report.asText()).contains("the books are in order");
    }

    static Stream<Arguments> breaks() {
        return BREAKS.stream();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("breaks")
    void names_the_rule_that_was_broken(String invariant, String claim, String sql, String detail) throws Exception {
        books.execute(sql);

        AuditReport report = audited();

        assertThat(report.findings())
                .filteredOn(finding -> finding.claim().contains(claim))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.invariant()).isEqualTo(invariant);
                    assertThat(finding.state()).isEqualTo(Finding.State.VIOLATED);
                    assertThat(finding.details())
                            .anySatisfy(said -> assertThat(said).contains(detail));
                });
        assertThat(report.state()).isEqualTo(Finding.State.VIOLATED);
        assertThat(report.asText()).contains(detail);
        assertThat(report.asJson()).contains("\"state\" : \"VIOLATED\"");
    }

    @Test
    void waits_for_a_fill_that_risk_has_not_heard_of_yet() throws Exception {
        books.execute("DELETE FROM risk.inbox WHERE message_id = (SELECT 'msg-' || substr(encode("
                + "sha256('12:order-filled5:fil-3'::bytea), 'hex'), 1, 32))");
        books.execute("""
                UPDATE risk.account_state SET decided_up_to = '2026-01-06Z', cash = 10098, equity = 10098, exposure = 0,
                    state = state || '{"cashMicros": 10098000000, "positions": []}'
                """);
        books.execute("DELETE FROM risk.equity_points WHERE bar_time > '2026-01-06Z'");

        AuditReport report = audited();

        assertThat(report.state()).isEqualTo(Finding.State.MOVING);
        assertThat(report.asText()).contains("moving, 1 under way");
    }

    @Test
    void waits_for_a_movement_of_cash_that_risk_has_not_heard_of_yet() throws Exception {
        books.execute("INSERT INTO execution.paper_cash_movements VALUES ('mov-2', 5, 10005)");
        books.execute(
                "INSERT INTO execution.cash_movements VALUES ('mov-2', 'paper', 'BOOKED', 10005, 5, 'anew', 'anna',"
                        + " 'req', '2026-01-12Z', '2026-01-11Z')");

        assertThat(audited().state()).isEqualTo(Finding.State.MOVING);
    }

    @Test
    void forgets_with_the_inbox_that_old_fills_were_told() throws Exception {
        books.execute("DELETE FROM risk.inbox");

        assertThat(audited().state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void waits_for_what_is_not_published_yet() throws Exception {
        books.execute("INSERT INTO execution.outbox (topic, message_id, type, correlation_id, occurred_at)"
                + " VALUES ('fills', 'msg-1', 'order-filled', 'cnd', now())");

        assertThat(audited().state()).isEqualTo(Finding.State.MOVING);
    }

    @Test
    void cannot_write() throws Exception {
        try (Connection auditor = auditor();
                Statement statement = auditor.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM execution.fills"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only transaction");
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
            assertThatThrownBy(() -> statement.execute("DELETE FROM execution.fills"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static AuditReport audited() throws SQLException {
        try (Connection auditor = auditor()) {
            return new AuditReport(Audit.ofDatabase().of(auditor));
        }
    }

    private static Connection auditor() throws SQLException {
        return DriverManager.getConnection(SERVER.jdbcUrl(), ServiceRoles.AUDITOR, PASSWORD);
    }

    private static String forget(String reader, String topic, String id) {
        return "DELETE FROM " + reader + ".inbox WHERE topic = '" + topic + "' AND message_id = '" + id + "'";
    }

    private static Arguments seen(String invariant, String claim, String figure, int value, String detail) {
        String sql = "UPDATE risk.decisions SET figures = figures || '{\"%s\": %d}' WHERE order_id = 'ord-entry-1'"
                .formatted(figure, value);
        return Arguments.of(invariant, claim, sql, detail);
    }

    private static Arguments broken(String invariant, String claim, String sql, String detail) {
        return Arguments.of(invariant, claim, sql, detail);
    }
}
