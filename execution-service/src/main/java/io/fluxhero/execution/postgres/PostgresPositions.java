package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Plain SQL: a position may close and another of the same symbol open in one transaction, in this order. */
@ApplicationScoped
class PostgresPositions implements Positions {

    private static final String PUT = """
            INSERT INTO positions
                (account, symbol, position_side, entry_order_id, shares, entry_price, stop_loss, initial_stop,
                 take_profit, entry_time, strategy, signal_reason, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, symbol) DO UPDATE
            SET shares = excluded.shares, entry_price = excluded.entry_price, stop_loss = excluded.stop_loss,
                updated_at = excluded.updated_at
            """;

    private final Sql sql;

    PostgresPositions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Position> find(String account, String symbol) {
        return sql
                .query(
                        "SELECT * FROM positions WHERE account = ? AND symbol = ?",
                        PostgresPositions::positionOf,
                        account,
                        symbol)
                .stream()
                .findFirst();
    }

    @Override
    public void put(Position position) {
        sql.update(
                PUT,
                position.account(),
                position.symbol(),
                position.side().name(),
                position.entryOrderId(),
                position.shares(),
                position.entryPrice(),
                position.stopLoss(),
                position.initialStop(),
                position.takeProfit(),
                position.entryTime(),
                position.strategy(),
                position.reason(),
                position.updatedAt());
    }

    @Override
    public void remove(Position position) {
        sql.update("DELETE FROM positions WHERE account = ? AND symbol = ?", position.account(), position.symbol());
    }

    @Override
    public List<Position> all() {
        return sql.query("SELECT * FROM positions ORDER BY symbol", PostgresPositions::positionOf);
    }

    private static Position positionOf(ResultSet row) throws SQLException {
        return new Position(
                row.getString("account"),
                row.getString("symbol"),
                Side.valueOf(row.getString("position_side")),
                row.getString("entry_order_id"),
                row.getLong("shares"),
                row.getBigDecimal("entry_price"),
                row.getBigDecimal("stop_loss"),
                row.getBigDecimal("initial_stop"),
                row.getBigDecimal("take_profit"),
                Objects.requireNonNull(Sql.instant(row, "entry_time")),
                row.getString("strategy"),
                row.getString("signal_reason"),
                Objects.requireNonNull(Sql.instant(row, "updated_at")));
    }
}
