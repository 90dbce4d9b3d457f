package io.fluxhero.launcher.audit;

import io.fluxhero.contracts.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small book that is in order, in the real schemas: 10 SPX bought at 100 and sold at 110 by a signal, then 5 bought at
 * 120 and still held behind a stop at 112; a start of 9000, a reset to 10000 before it all, a commission of 1 a fill, and two privileged acts.
 */
public final class Books {

    static final String ENTRY = "ord-entry-1";
    static final String FIRST_FILL = "fil-1";
    static final String LAST_FILL = "fil-3";

    private static final Map<String, List<String>> MIGRATIONS = Map.of(
            "market_data", List.of("market-data-service:market-data", "outbox:outbox"),
            "signals", List.of("outbox:outbox", "signal-service:signal"),
            "risk", List.of("outbox:outbox", "risk-service:risk"),
            "execution", List.of("outbox:outbox", "execution-service:execution"));

    private final Connection admin;

    public Books(Connection admin) {
        this.admin = admin;
    }

    /** Forgets everything and writes the book that is in order. */
    public void open() throws SQLException, IOException {
        for (Map.Entry<String, List<String>> schema : MIGRATIONS.entrySet()) {
            execute("DROP SCHEMA IF EXISTS " + schema.getKey() + " CASCADE");
            execute("CREATE SCHEMA " + schema.getKey());
            for (String folder : schema.getValue()) {
                migrate(schema.getKey(), folder);
            }
        }
        bars();
        signals();
        execution();
        risk();
        movement();
        audit();
        inboxes();
        limits("ord-entry-1", 10, 100, 10_000);
        limits("ord-entry-2", 5, 120, 10_098);
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private void migrate(String schema, String folder) throws SQLException, IOException {
        String[] place = folder.split(":");
        execute("SET search_path = " + schema);
        Path migrations = Path.of("..", place[0], "src/main/resources/db/migration", place[1]);
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                execute(Files.readString(file));
            }
        }
    }

    private void bars() throws SQLException {
        execute("""
                INSERT INTO market_data.candles
                SELECT 'SPX', '1d', '2026-01-01Z'::timestamptz + day * interval '1 day',
                    100 + day, 103 + day, 99 + day, 102 + day, 1000
                FROM generate_series(1, 10) AS day
                """);
        execute("""
                INSERT INTO signals.indicators (symbol, timeframe, bar_time, close, regime, raw_regime, regime_bars,
                    volatility, gate, detail, signal_ids, config_hash)
                SELECT symbol, timeframe, open_time, close, 'TREND', 'TREND', 3, 'NORMAL', 'OPEN', '',
                    CASE open_time WHEN '2026-01-02Z' THEN '{sig-1}'::text[] WHEN '2026-01-04Z' THEN '{sig-2}'
                        WHEN '2026-01-06Z' THEN '{sig-3}' ELSE '{}' END, 'hash'
                FROM market_data.candles
                """);
        execute("INSERT INTO signals.strategy_instances VALUES ('SPX', '1d', '2026-01-11Z')");
    }

    private void signals() throws SQLException {
        String given =
                "(VALUES ('sig-1', '2026-01-02Z'::timestamptz, 'ENTRY', 100), ('sig-2', '2026-01-04Z', 'EXIT', 110),"
                        + " ('sig-3', '2026-01-06Z', 'ENTRY', 120)) AS given (id, at, kind, price)";
        execute("INSERT INTO signals.signals (signal_id, symbol, timeframe, bar_time, signal_type, message)"
                + " SELECT id, 'SPX', '1d', at, kind, '{}' FROM " + given);
        execute("INSERT INTO risk.signals SELECT id, 'SPX', at, kind, 'cnd',"
                + " jsonb_build_object('price', price, 'terms', jsonb_build_object('kind', 'MARKET')) FROM " + given);
    }

    private void execution() throws SQLException {
        execute("INSERT INTO execution.accounts VALUES ('paper', '2026-01-11Z', '2026-01-11Z')");
        order(ENTRY, "sig-1", null, "ENTRY", 2, 10, "FILLED");
        order(ENTRY + "-stop", null, ENTRY, "PROTECTIVE_STOP", 2, 10, "CANCELLED");
        order("ord-exit-1", "sig-2", null, "EXIT", 4, 10, "FILLED");
        order("ord-entry-2", "sig-3", null, "ENTRY", 6, 5, "FILLED");
        order("ord-entry-2-stop", null, "ord-entry-2", "PROTECTIVE_STOP", 6, 5, "ACCEPTED");
        fill(FIRST_FILL, ENTRY, ENTRY, 3, "ENTRY", 10, 100);
        fill("fil-2", "ord-exit-1", ENTRY, 5, "EXIT", 10, 110);
        fill(LAST_FILL, "ord-entry-2", "ord-entry-2", 7, "ENTRY", 5, 120);
        execute("""
                INSERT INTO execution.positions VALUES ('paper', 'SPX', 'LONG', 'ord-entry-2', 5, 120, 112, 112, NULL,
                    '2026-01-07Z', 'TREND', 'why', '2026-01-07Z')
                """);
        trade("trd-1", ENTRY, 100, 10, 2, "'CLOSED', 10, 100, 110, '2026-01-05Z', 'SIGNAL', 'ord-exit-1', 98");
        trade("trd-2", "ord-entry-2", 120, 5, 1, "'OPEN', 0, 0, NULL, NULL, NULL, NULL, NULL");
        execute("""
                INSERT INTO execution.paper_orders (order_id, working, symbol, decided_at, intent, side, shares,
                    stop_micros, target_micros, trailing_atr_multiple, average_volume, cash_limit_micros, live,
                    live_stop_micros, live_target_micros)
                VALUES ('ord-entry-2', true, 'SPX', 0, 'ENTRY', 'LONG', 5, 112000000, 0, 'NaN', 'NaN', 0,
                    'PROTECTIVE_STOP', 112000000, 0)
                """);
    }

    private void order(String id, String signal, String entry, String intent, int day, int quantity, String state)
            throws SQLException {
        boolean filled = state.equals("FILLED");
        execute("""
                INSERT INTO execution.orders (order_id, account, correlation_id, signal_id, entry_order_id, symbol,
                    timeframe, bar_time, intent, position_side, type, quantity, stop_price, state, filled_quantity,
                    commission, slippage, created_at, updated_at)
                VALUES ('%s', 'paper', 'cnd', %s, %s, 'SPX', '1d', '2026-01-0%dZ', '%s', 'LONG', 'MARKET', %d, 112,
                    '%s', %d, %d, 0, '2026-01-01Z', '2026-01-01Z')
                """.formatted(
                id, text(signal), text(entry), day, intent, quantity, state, filled ? quantity : 0, filled ? 1 : 0));
        if (entry == null) {
            execute("""
                    INSERT INTO risk.decisions (account, bar_time, outcome, intent, symbol, signal_id, order_id, code,
                        detail, figures, correlation_id)
                    VALUES ('paper', '2026-01-0%dZ', 'APPROVED', '%s', 'SPX', %s, '%s', 'APPROVED', '', '{}', 'cnd')
                    """.formatted(day, intent, text(signal), id));
        }
        String before = null;
        for (String step :
                Stream.of("CREATED", "SUBMITTED", "ACCEPTED", state).distinct().toList()) {
            execute("""
                    INSERT INTO execution.order_events
                    VALUES (nextval('execution.order_events_seq'), '%s', %s, '%s', '2026-01-01Z', '')
                    """.formatted(id, text(before), step));
            before = step;
        }
    }

    /** What the limits saw of an entry while nothing was held. */
    private void limits(String order, int shares, int price, int cash) throws SQLException {
        execute("UPDATE execution.orders SET cash_limit = %d WHERE order_id = '%s'".formatted(cash, order));
        execute("""
                UPDATE risk.decisions SET figures = '{"shares": %1$d, "value": %2$d, "equity": %3$d, "exposure": %2$d,
                    "reserved": 0, "free_cash": %3$d, "open_positions": 1, "position_limit": %4$d,
                    "exposure_limit": %5$d, "positions_limit": 5}'
                WHERE order_id = '%6$s'
                """.formatted(shares, shares * price, cash, cash / 5, cash / 2, order));
    }

    private void fill(String id, String order, String entry, int day, String intent, int quantity, int price)
            throws SQLException {
        execute("INSERT INTO execution.fills VALUES ('%s', 'paper', '%s', '%s', 'SPX', '2026-01-0%dZ', '%s', 'LONG',"
                        .formatted(id, order, entry, day, intent)
                + " %d, %d, 1, 0, '2026-01-01Z')".formatted(quantity, price));
        execute("INSERT INTO execution.paper_executions VALUES ('%s', '%s', '%s', 'SPX', '2026-01-0%dZ', '%s', 'LONG',"
                        .formatted(id, order, entry, day, intent)
                + " %d, %d000000, 1000000, 0)".formatted(quantity, price));
        execute("INSERT INTO risk.inbox VALUES ('fills', '" + Ids.derive("msg", "order-filled", id) + "')");
    }

    private void trade(String id, String entry, int price, int shares, int commission, String exit)
            throws SQLException {
        execute("""
                INSERT INTO execution.trades (trade_id, account, symbol, position_side, entry_order_id, entry_price,
                    entry_time, shares, commission, slippage, status, exit_shares, exit_gross, exit_price, exit_time,
                    exit_reason, exit_order_id, realized_pnl)
                VALUES ('%s', 'paper', 'SPX', 'LONG', '%s', %d, '2026-01-01Z', %d, %d, 0, %s)
                """.formatted(id, entry, price, shares, commission, exit));
    }

    /** 9000 become 10000 before the first bar. */
    private void movement() throws SQLException {
        execute("INSERT INTO execution.paper_cash_movements VALUES ('mov-1', 1000, 10000)");
        execute("INSERT INTO execution.cash_movements VALUES ('mov-1', 'paper', 'BOOKED', 10000, 1000, 'anew', 'anna',"
                + " 'req', '2026-01-01Z', NULL)");
        execute("INSERT INTO risk.cash_movements VALUES ('mov-1', 'paper', 1000, 10000, NULL, '2026-01-01Z')");
    }

    /** Cash: 10000 - 1001 + 1099 - 601 = 9497; 5 shares at 112 make 10057. */
    private void risk() throws SQLException {
        execute("""
                INSERT INTO risk.account_state VALUES ('paper',
                    '{"cashMicros": 9497000000, "initialCashMicros": 9000000000, "realizedMicros": 98000000,
                        "positions": [{"symbol": "SPX", "side": "LONG", "shares": 5, "averagePriceMicros": 120000000,
                            "entryCommissionMicros": 1000000, "dividendMicros": 0}],
                        "marksMicros": {"SPX": 112000000}}',
                    1, '2026-01-11Z', 'ACTIVE', NULL, NULL, 9497, 10057, 560, 10098, 1, 'hash', now())
                """);
        execute("""
                INSERT INTO risk.equity_points
                SELECT 'paper', bar_time, cash + exposure, cash, exposure, 0 FROM (VALUES
                    ('2026-01-02Z'::timestamptz, 10000, 0), ('2026-01-03Z', 8999, 1050), ('2026-01-05Z', 10098, 0),
                    ('2026-01-06Z', 10098, 0), ('2026-01-11Z', 9497, 560)) AS point (bar_time, cash, exposure)
                """);
    }

    /** Everyone has taken in all that was said. */
    private void inboxes() throws SQLException {
        execute("""
                INSERT INTO market_data.series (symbol, timeframe, name, source, next_index, bars, live_from, data_hash)
                VALUES ('SPX', '1d', 'SPX', 'a book', 10, 10, '2026-01-02Z', 'hash')
                """);
        for (int day = 2; day <= 11; day++) {
            Instant time = Instant.parse("2026-01-%02dT00:00:00Z".formatted(day));
            taken("signals", "candles", Ids.derive("cnd", "SPX", "1d", time, 0));
            taken("execution", "candles", Ids.derive("cnd", "SPX", "1d", time, 0));
            taken("risk", "indicators", Ids.derive("msg", "indicators-updated", "SPX", "1d", time, "hash"));
        }
        for (String signal : List.of("sig-1", "sig-2", "sig-3")) {
            taken("risk", "signals", signal);
        }
    }

    private void taken(String reader, String topic, String id) throws SQLException {
        execute("INSERT INTO " + reader + ".inbox VALUES ('" + topic + "', '" + id + "')");
    }

    private void audit() throws SQLException {
        String before = AuditChain.digest("genesis", "paper");
        for (String action : List.of("HALT", "RESUME")) {
            String time = "2026-01-02T03:04:05.123456Z";
            String hash = AuditChain.digest(before, time, "anna", action, "drill", "{}", "{}", "done");
            execute(("INSERT INTO risk.audit (account, time, actor, action, reason, before, after, result, prev_hash,"
                            + " hash) VALUES ('paper', '%s', 'anna', '%s', 'drill', '{}', '{}', 'done', '%s', '%s')")
                    .formatted(time, action, before, hash));
            before = hash;
        }
    }

    private static String text(String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }
}
