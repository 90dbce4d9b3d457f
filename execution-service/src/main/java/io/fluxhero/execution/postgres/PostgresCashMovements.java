package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.account.CashMovements;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresCashMovements implements CashMovements {

    private static final String REQUEST = """
            INSERT INTO cash_movements (movement_id, account, state, cash, reason, requested_by, correlation_id, at)
            VALUES (?, ?, 'REQUESTED', ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String BOOK = """
            UPDATE cash_movements SET state = 'BOOKED', amount = ?, settled = ?
            WHERE movement_id = ? AND state <> 'BOOKED'
            """;

    private final Sql sql;

    PostgresCashMovements(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void request(Reset reset) {
        sql.update(
                REQUEST,
                reset.movementId(),
                reset.account(),
                reset.cash(),
                reset.reason(),
                reset.requestedBy(),
                reset.correlationId(),
                reset.at());
    }

    @Override
    public List<Reset> requested(String account) {
        return sql.query(
                "SELECT * FROM cash_movements WHERE account = ? AND state = 'REQUESTED' ORDER BY at, movement_id",
                PostgresCashMovements::resetOf,
                account);
    }

    @Override
    public Optional<Reset> find(String movementId) {
        return sql
                .query("SELECT * FROM cash_movements WHERE movement_id = ?", PostgresCashMovements::resetOf, movementId)
                .stream()
                .findFirst();
    }

    @Override
    public void refuse(String movementId) {
        sql.update(
                "UPDATE cash_movements SET state = 'REFUSED' WHERE movement_id = ? AND state = 'REQUESTED'",
                movementId);
    }

    @Override
    public boolean book(Reset reset, BigDecimal amount, @Nullable Instant settled) {
        request(reset);
        return sql.update(BOOK, amount, settled, reset.movementId()) == 1;
    }

    @Override
    public BigDecimal total(String account) {
        return sql.query(
                        "SELECT coalesce(sum(amount), 0) FROM cash_movements WHERE account = ?",
                        row -> row.getBigDecimal(1),
                        account)
                .getFirst();
    }

    private static Reset resetOf(ResultSet row) throws SQLException {
        return new Reset(
                row.getString("movement_id"),
                row.getString("account"),
                row.getBigDecimal("cash"),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getString("correlation_id"),
                Objects.requireNonNull(Sql.instant(row, "at")));
    }
}
