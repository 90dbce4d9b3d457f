package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

@ApplicationScoped
class PostgresBarQueue implements BarQueue {

    private static final String ADD = """
            INSERT INTO bar_queue
                (symbol, timeframe, bar_time, open, high, low, close, volume, correlation_id, closed_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT FROM marks WHERE symbol = ? AND bar_time >= ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String NEXT = """
            SELECT * FROM bar_queue
            WHERE bar_time = (SELECT min(bar_time) FROM bar_queue) AND bar_time <= ?
            """;

    private final Sql sql;

    PostgresBarQueue(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Bar bar) {
        int added = sql.update(
                ADD,
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.correlationId(),
                bar.closedAt(),
                bar.symbol(),
                bar.openTime());
        return added == 1;
    }

    @Override
    public List<Bar> next(Instant horizon) {
        return sql.query(NEXT, PostgresBarQueue::barOf, horizon).stream()
                .sorted(Comparator.comparing(Bar::symbol))
                .toList();
    }

    @Override
    public void remove(List<Bar> bars) {
        for (Bar bar : bars) {
            sql.update("DELETE FROM bar_queue WHERE bar_time = ? AND symbol = ?", bar.openTime(), bar.symbol());
        }
    }

    private static Bar barOf(ResultSet row) throws SQLException {
        return new Bar(
                row.getString("symbol"),
                row.getString("timeframe"),
                Objects.requireNonNull(Sql.instant(row, "bar_time")),
                row.getBigDecimal("open"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("close"),
                row.getLong("volume"),
                row.getString("correlation_id"),
                Objects.requireNonNull(Sql.instant(row, "closed_at")));
    }
}
