package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.order.StopMoves;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class PostgresStopMoves implements StopMoves {

    private static final String PUT = """
            INSERT INTO stop_moves (entry_order_id, account, symbol, stop_price, bar_time) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (entry_order_id) DO UPDATE
            SET stop_price = excluded.stop_price, bar_time = excluded.bar_time
            """;

    private final Sql sql;

    PostgresStopMoves(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StopMove> find(String entryOrderId) {
        return sql
                .query("SELECT * FROM stop_moves WHERE entry_order_id = ?", PostgresStopMoves::moveOf, entryOrderId)
                .stream()
                .findFirst();
    }

    @Override
    public void put(StopMove move) {
        sql.update(PUT, move.entryOrderId(), move.account(), move.symbol(), move.stopPrice(), move.barTime());
    }

    @Override
    public void remove(StopMove move) {
        sql.update("DELETE FROM stop_moves WHERE entry_order_id = ?", move.entryOrderId());
    }

    @Override
    public List<StopMove> all(String account) {
        return sql.query(
                "SELECT * FROM stop_moves WHERE account = ? ORDER BY bar_time, entry_order_id",
                PostgresStopMoves::moveOf,
                account);
    }

    private static StopMove moveOf(ResultSet row) throws SQLException {
        return new StopMove(
                row.getString("account"),
                row.getString("symbol"),
                row.getString("entry_order_id"),
                row.getBigDecimal("stop_price"),
                Objects.requireNonNull(Sql.instant(row, "bar_time")));
    }
}
