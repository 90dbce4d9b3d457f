package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.outbox.Gathered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
            SELECT bars.* FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::numeric[], ?::numeric[], ?::numeric[],
                ?::numeric[], ?::bigint[], ?::text[], ?::timestamptz[]) AS bars (symbol, timeframe, bar_time)
            WHERE NOT EXISTS (SELECT FROM marks WHERE symbol = bars.symbol AND marks.bar_time >= bars.bar_time)
            ON CONFLICT DO NOTHING
            """;

    private static final String NEXT = """
            SELECT * FROM bar_queue
            WHERE bar_time = (SELECT min(bar_time) FROM bar_queue) AND bar_time <= ?
            """;

    private final Sql sql;
    private final Gathered<Bar> added;

    PostgresBarQueue(Sql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.added = new Gathered<>(transaction, this::insert);
    }

    @Override
    public void add(Bar bar) {
        added.add(bar);
    }

    private void insert(List<Bar> bars) {
        sql.update(
                ADD,
                Sql.texts(bars, Bar::symbol),
                Sql.texts(bars, Bar::timeframe),
                Sql.texts(bars, Bar::openTime),
                Sql.texts(bars, Bar::open),
                Sql.texts(bars, Bar::high),
                Sql.texts(bars, Bar::low),
                Sql.texts(bars, Bar::close),
                Sql.texts(bars, Bar::volume),
                Sql.texts(bars, Bar::correlationId),
                Sql.texts(bars, Bar::closedAt));
    }

    @Override
    public List<Bar> next(Instant horizon) {
        added.flush();
        return sql.query(NEXT, PostgresBarQueue::barOf, horizon).stream()
                .sorted(Comparator.comparing(Bar::symbol))
                .toList();
    }

    @Override
    public void remove(List<Bar> bars) {
        added.flush();
        sql.update(
                "DELETE FROM bar_queue USING unnest(?::text[], ?::timestamptz[]) AS gone (symbol, bar_time)"
                        + " WHERE bar_queue.symbol = gone.symbol AND bar_queue.bar_time = gone.bar_time",
                Sql.texts(bars, Bar::symbol),
                Sql.texts(bars, Bar::openTime));
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
