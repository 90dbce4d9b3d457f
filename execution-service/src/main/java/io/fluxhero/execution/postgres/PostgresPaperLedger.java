package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.execution.domain.broker.PaperLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

@ApplicationScoped
class PostgresPaperLedger implements PaperLedger {

    private static final String ADD = """
            INSERT INTO paper_orders
                (order_id, working, signal_id, symbol, decided_at, intent, side, mode, shares, stop_micros,
                 target_micros, trailing_atr_multiple, average_volume, cash_limit_micros,
                 live, live_stop_micros, live_target_micros)
            VALUES (?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE = """
            UPDATE paper_orders SET shares = ?, live = ?, live_stop_micros = ?, live_target_micros = ?
            WHERE order_id = ?
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
        return sql.query("SELECT * FROM paper_orders WHERE working ORDER BY seq", PostgresPaperLedger::workingOf);
    }

    @Override
    public boolean knows(String orderId) {
        return !sql.query("SELECT 1 FROM paper_orders WHERE order_id = ?", row -> row.getInt(1), orderId)
                .isEmpty();
    }

    @Override
    public void replace(List<WorkingOrder> before, List<WorkingOrder> now) {
        Map<String, WorkingOrder> old = new HashMap<>();
        before.forEach(held -> old.put(held.ticket().orderId(), held));
        for (WorkingOrder held : now) {
            WorkingOrder was = old.remove(held.ticket().orderId());
            if (was == null) {
                add(held);
            } else if (!was.equals(held)) {
                change(held);
            }
        }
        for (WorkingOrder done : before) {
            if (old.containsKey(done.ticket().orderId())) {
                sql.update(
                        "UPDATE paper_orders SET working = false WHERE order_id = ?",
                        done.ticket().orderId());
            }
        }
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
                held.live().name(),
                held.stopMicros(),
                held.targetMicros());
    }

    private void change(WorkingOrder held) {
        sql.update(
                CHANGE,
                held.ticket().shares(),
                held.live().name(),
                held.stopMicros(),
                held.targetMicros(),
                held.ticket().orderId());
    }

    private static WorkingOrder workingOf(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        Ticket ticket = new Ticket(
                row.getString("order_id"),
                row.getString("signal_id"),
                row.getString("symbol"),
                row.getLong("decided_at"),
                Intent.valueOf(row.getString("intent")),
                Side.valueOf(row.getString("side")),
                mode == null ? null : Mode.valueOf(mode),
                row.getLong("shares"),
                row.getLong("stop_micros"),
                row.getLong("target_micros"),
                row.getDouble("trailing_atr_multiple"),
                row.getDouble("average_volume"),
                row.getLong("cash_limit_micros"));
        return new WorkingOrder(
                ticket,
                Intent.valueOf(row.getString("live")),
                row.getLong("live_stop_micros"),
                row.getLong("live_target_micros"));
    }
}
