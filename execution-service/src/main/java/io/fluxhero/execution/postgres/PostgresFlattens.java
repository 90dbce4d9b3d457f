package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.order.Flattens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class PostgresFlattens implements Flattens {

    private static final String ADD = """
            INSERT INTO flatten_requests (correlation_id, account, symbol, reason, requested_by, requested_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private final Sql sql;

    PostgresFlattens(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Flatten flatten) {
        sql.update(
                ADD,
                flatten.correlationId(),
                flatten.account(),
                flatten.symbol(),
                flatten.reason(),
                flatten.requestedBy(),
                flatten.at());
    }

    @Override
    public Optional<Flatten> find(String correlationId) {
        return sql
                .query(
                        "SELECT * FROM flatten_requests WHERE correlation_id = ?",
                        row -> new Flatten(
                                row.getString("correlation_id"),
                                row.getString("account"),
                                row.getString("symbol"),
                                row.getString("reason"),
                                row.getString("requested_by"),
                                Objects.requireNonNull(Sql.instant(row, "requested_at"))),
                        correlationId)
                .stream()
                .findFirst();
    }
}
