package io.fluxhero.execution.postgres;

import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.PaperLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

@ApplicationScoped
class PostgresPaperLedger implements PaperLedger {

    private static final String ADD = """
            INSERT INTO paper_orders
                (order_id, position, working, signal_id, symbol, decided_at, intent, side, mode, shares, stop_micros,
                 target_micros, trailing_atr_multiple, average_volume, cash_limit_micros, order_type, limit_micros,
                 trigger_micros, time_in_force, time_limit_bars,
                 live, live_stop_micros, live_target_micros, session_day, triggered)
            VALUES (?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE = """
            UPDATE paper_orders SET shares = ?, cash_limit_micros = ?, live_stop_micros = ?, live_target_micros = ?,
                session_day = ?, triggered = ?
            WHERE order_id = ? AND position = ?
            """;

    private static final String REPORT = """
            INSERT INTO paper_events (at, kind, order_id, entry_order_id, intent, fill_id, text)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * Nothing here is waited for on disk: whoever learns of it commits later, and then it is there too. Lost before that,
     * it never was: a bar passes again, an order is sent again under its id.
     */
    private static final String RELAXED = "SET LOCAL synchronous_commit TO off";

    private static final String REPORTS = """
            SELECT e.*, x.entry_order_id AS filled_entry, x.symbol, x.bar_time, x.intent AS filled_intent, x.side,
                x.shares, x.price_micros, x.commission_micros, x.slippage_micros
            FROM paper_events e LEFT JOIN paper_executions x USING (fill_id)
            """;

    private static final String PASSING = """
            INSERT INTO paper_bars (symbol, timeframe, bar_time, close)
            SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::numeric[])
            ON CONFLICT (symbol) DO UPDATE
            SET timeframe = excluded.timeframe, bar_time = excluded.bar_time, close = excluded.close
            WHERE paper_bars.bar_time < excluded.bar_time
            RETURNING symbol
            """;

    private static final String RECORD = """
            INSERT INTO paper_executions
                (fill_id, order_id, entry_order_id, symbol, bar_time, intent, side, shares,
                 price_micros, commission_micros, slippage_micros)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Buying is entering long or leaving short. */
    private static final String SIGNED_SHARES =
            "CASE WHEN (intent = 'ENTRY') = (side = 'LONG') THEN shares ELSE -shares END";

    private final Sql sql;

    PostgresPaperLedger(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<WorkingOrder> working() {
        return sql.query("SELECT * FROM paper_orders WHERE working ORDER BY seq", PaperRows::workingOf);
    }

    @Override
    public List<WorkingOrder> working(String symbol) {
        return sql.query(
                "SELECT * FROM paper_orders WHERE working AND symbol = ? ORDER BY seq", PaperRows::workingOf, symbol);
    }

    @Override
    public boolean knows(String orderId) {
        return !sql.query("SELECT 1 FROM paper_orders WHERE order_id = ?", row -> row.getInt(1), orderId)
                .isEmpty();
    }

    @Override
    public long filled(String orderId) {
        return sql.query(
                        "SELECT coalesce(sum(shares), 0) FROM paper_executions WHERE order_id = ?",
                        row -> row.getLong(1),
                        orderId)
                .getFirst();
    }

    /** An entry that filled in part is an order and a position at once. */
    private record Place(String orderId, boolean position) {

        static Place of(WorkingOrder held) {
            return new Place(held.ticket().orderId(), held.isPosition());
        }
    }

    @Override
    public void replace(List<WorkingOrder> before, List<WorkingOrder> now) {
        sql.update(RELAXED);
        Map<Place, WorkingOrder> old = new LinkedHashMap<>();
        before.forEach(held -> old.put(Place.of(held), held));
        for (WorkingOrder held : now) {
            WorkingOrder was = old.remove(Place.of(held));
            if (was == null) {
                add(held);
            } else if (!was.equals(held)) {
                change(held);
            }
        }
        for (Place done : old.keySet()) {
            sql.update(
                    "UPDATE paper_orders SET working = false WHERE order_id = ? AND position = ?",
                    done.orderId(),
                    done.position());
        }
    }

    @Override
    public void report(Instant at, BrokerReport.Fact fact) {
        PaperRows.Line line = PaperRows.lineOf(fact);
        sql.update(
                REPORT,
                at,
                line.kind(),
                fact.orderId(),
                line.entryOrderId(),
                line.intent(),
                line.fillId(),
                line.text());
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        return sql.query(
                REPORTS + "WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?", PaperRows::reportOf, sequence, limit);
    }

    @Override
    public List<BrokerReport> reportsOf(String orderId) {
        return sql.query(REPORTS + "WHERE e.order_id = ? ORDER BY e.sequence", PaperRows::reportOf, orderId);
    }

    @Override
    public List<Bar> passing(List<Bar> bars) {
        sql.update(RELAXED);
        Set<String> passing = new HashSet<>(sql.query(
                PASSING,
                row -> row.getString("symbol"),
                Sql.texts(bars, Bar::symbol),
                Sql.texts(bars, Bar::timeframe),
                Sql.texts(bars, Bar::openTime),
                Sql.texts(bars, Bar::close)));
        return bars.stream().filter(bar -> passing.contains(bar.symbol())).toList();
    }

    @Override
    public Optional<Mark> lastPrice(String symbol) {
        return sql
                .query(
                        "SELECT symbol, timeframe, bar_time, close FROM paper_bars WHERE symbol = ?",
                        row -> new Mark(
                                row.getString("symbol"),
                                row.getString("timeframe"),
                                Objects.requireNonNull(Sql.instant(row, "bar_time")),
                                row.getBigDecimal("close")),
                        symbol)
                .stream()
                .findFirst();
    }

    @Override
    public void record(String fillId, Execution execution) {
        sql.update(
                RECORD,
                fillId,
                execution.orderId(),
                execution.entryOrderId(),
                execution.symbol(),
                Instant.ofEpochMilli(execution.barTime()),
                execution.intent().name(),
                execution.side().name(),
                execution.shares(),
                execution.priceMicros(),
                execution.commissionMicros(),
                execution.slippageMicros());
    }

    @Override
    public BigDecimal openedWith(String account, BigDecimal cash) {
        sql.update(
                "INSERT INTO paper_account (account, initial_cash) VALUES (?, ?) ON CONFLICT DO NOTHING",
                account,
                cash);
        return sql.query(
                        "SELECT initial_cash FROM paper_account WHERE account = ?",
                        row -> row.getBigDecimal(1),
                        account)
                .getFirst();
    }

    @Override
    public long cashFlowMicros() {
        String sum = "SELECT coalesce(-sum(" + SIGNED_SHARES
                + " * price_micros::numeric) - sum(commission_micros), 0) FROM paper_executions";
        return sql.query(sum, row -> row.getBigDecimal(1)).stream()
                .findFirst()
                .map(BigDecimal::longValueExact)
                .orElse(0L);
    }

    @Override
    public SortedMap<String, Long> shares() {
        SortedMap<String, Long> held = new TreeMap<>();
        String sum = "SELECT symbol, sum(" + SIGNED_SHARES + ")::bigint AS held FROM paper_executions"
                + " GROUP BY symbol HAVING sum(" + SIGNED_SHARES + ") <> 0";
        sql.query(sum, row -> held.put(row.getString("symbol"), row.getLong("held")));
        return held;
    }

    private void add(WorkingOrder held) {
        Ticket ticket = held.ticket();
        Mode mode = ticket.mode();
        sql.update(
                ADD,
                ticket.orderId(),
                held.isPosition(),
                ticket.signalId(),
                ticket.symbol(),
                ticket.decidedAt(),
                ticket.intent().name(),
                ticket.side().name(),
                mode == null ? null : mode.name(),
                ticket.shares(),
                ticket.stopMicros(),
                ticket.targetMicros(),
                ticket.trailingAtrMultiple(),
                ticket.averageVolume(),
                ticket.cashLimitMicros(),
                ticket.terms().type().name(),
                ticket.terms().limitMicros(),
                ticket.terms().triggerMicros(),
                ticket.terms().timeInForce().name(),
                ticket.timeLimitBars(),
                held.live().name(),
                held.stopMicros(),
                held.targetMicros(),
                held.progress().sessionDay(),
                held.progress().triggered());
    }

    private void change(WorkingOrder held) {
        sql.update(
                CHANGE,
                held.ticket().shares(),
                held.ticket().cashLimitMicros(),
                held.stopMicros(),
                held.targetMicros(),
                held.progress().sessionDay(),
                held.progress().triggered(),
                held.ticket().orderId(),
                held.isPosition());
    }
}
