package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class PostgresMarks implements Marks {

    private static final String SETTLE = """
            INSERT INTO marks (symbol, timeframe, bar_time, close)
            SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::numeric[])
            ON CONFLICT (symbol) DO UPDATE
            SET timeframe = excluded.timeframe, bar_time = excluded.bar_time, close = excluded.close
            """;

    private final Sql sql;

    PostgresMarks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Mark> find(String symbol) {
        return sql
                .query(
                        "SELECT symbol, timeframe, bar_time, close FROM marks WHERE symbol = ?",
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
    public void settle(List<Mark> marks) {
        sql.update(
                SETTLE,
                Sql.texts(marks, Mark::symbol),
                Sql.texts(marks, Mark::timeframe),
                Sql.texts(marks, Mark::barTime),
                Sql.texts(marks, Mark::close));
    }
}
