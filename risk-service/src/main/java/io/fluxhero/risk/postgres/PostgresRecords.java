package io.fluxhero.risk.postgres;

import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.record.AlertRecord;
import io.fluxhero.risk.domain.record.CashMovement;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.risk.domain.record.EquityPoint;
import io.fluxhero.risk.domain.record.Records;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresRecords implements Records {

    private static final String ADD_EQUITY = "INSERT INTO equity_points"
            + " (account, bar_time, equity, cash, exposure, drawdown_pct) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ADD_MOVEMENT = "INSERT INTO cash_movements"
            + " (movement_id, account, amount, cash, decided_up_to, occurred_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String EQUITY = "SELECT bar_time, equity, cash, exposure, drawdown_pct FROM equity_points"
            + " WHERE account = ? AND bar_time BETWEEN ? AND ? ORDER BY bar_time";
    private static final OffsetDateTime EARLIEST = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime LATEST = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String OLDER = "account = ?1 AND id < ?2";

    private final DecisionRows decisions;
    private final AlertRows alerts;
    private final Sql sql;
    private final String account;

    PostgresRecords(DecisionRows decisions, AlertRows alerts, Sql sql, RiskSettings settings) {
        this.decisions = decisions;
        this.alerts = alerts;
        this.sql = sql;
        this.account = settings.account();
    }

    @Override
    public void add(DecisionRecord decision) {
        DecisionRow row = new DecisionRow();
        row.account = account;
        row.barTime = decision.barTime();
        row.outcome = decision.outcome().name();
        row.intent = decision.intent();
        row.symbol = decision.symbol();
        row.signalId = decision.signalId();
        row.orderId = decision.orderId();
        row.code = decision.code();
        row.detail = decision.detail();
        row.figures = Json.write(decision.figures());
        row.correlationId = decision.correlationId();
        decisions.persist(row);
    }

    @Override
    public void add(AlertRecord alert) {
        AlertRow row = new AlertRow();
        row.account = account;
        row.occurredAt = alert.occurredAt();
        row.type = alert.type();
        row.severity = alert.severity();
        row.code = alert.code();
        row.detail = alert.detail();
        row.figures = Json.write(alert.figures());
        row.correlationId = alert.correlationId();
        alerts.persist(row);
    }

    @Override
    public void add(EquityPoint point) {
        sql.update(
                ADD_EQUITY,
                account,
                point.barTime().atOffset(ZoneOffset.UTC),
                point.equity(),
                point.cash(),
                point.exposure(),
                point.drawdownPct());
    }

    @Override
    public void add(CashMovement movement) {
        Instant decided = movement.decidedUpTo();
        sql.update(
                ADD_MOVEMENT,
                movement.movementId(),
                account,
                movement.amount(),
                movement.cash(),
                decided == null ? null : decided.atOffset(ZoneOffset.UTC),
                movement.occurredAt().atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<DecisionRecord> decisions(int limit, @Nullable Long before) {
        return decisions.find(OLDER, Sort.descending("id"), account, beforeOrAll(before)).page(0, limit).stream()
                .map(PostgresRecords::decision)
                .toList();
    }

    @Override
    public List<DecisionRecord> decisionsOn(String signalId) {
        return decisions.list("account = ?1 AND signalId = ?2", Sort.ascending("id"), account, signalId).stream()
                .map(PostgresRecords::decision)
                .toList();
    }

    @Override
    public List<AlertRecord> alerts(int limit, @Nullable Long before) {
        return alerts.find(OLDER, Sort.descending("id"), account, beforeOrAll(before)).page(0, limit).stream()
                .map(PostgresRecords::alert)
                .toList();
    }

    @Override
    public List<EquityPoint> equity(@Nullable Instant from, @Nullable Instant to) {
        return sql.query(
                EQUITY,
                row -> new EquityPoint(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)),
                account,
                from == null ? EARLIEST : from.atOffset(ZoneOffset.UTC),
                to == null ? LATEST : to.atOffset(ZoneOffset.UTC));
    }

    private static long beforeOrAll(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    private static DecisionRecord decision(DecisionRow row) {
        return new DecisionRecord(
                Objects.requireNonNull(row.id, "a stored row has an id"),
                row.barTime,
                DecisionRecord.Outcome.valueOf(row.outcome),
                row.intent,
                row.symbol,
                row.signalId,
                row.orderId,
                row.code,
                row.detail,
                Json.figures(row.figures),
                row.correlationId);
    }

    private static AlertRecord alert(AlertRow row) {
        return new AlertRecord(
                Objects.requireNonNull(row.id, "a stored row has an id"),
                row.occurredAt,
                row.type,
                row.severity,
                row.code,
                row.detail,
                Json.figures(row.figures),
                row.correlationId);
    }
}
