package io.fluxhero.execution.postgres;

import io.fluxhero.contracts.Ids;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import io.fluxhero.execution.domain.reconciliation.Discrepancy.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresDiscrepancies implements Discrepancies {

    private static final String ADD = """
            INSERT INTO discrepancies (discrepancy_id, account, kind, subject, detail, seen_at, last_seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String REOPEN = "UPDATE discrepancies SET resolved_at = NULL, last_seen_at = ?"
            + " WHERE discrepancy_id = ? AND resolved_at IS NOT NULL";
    private static final String OPEN = "SELECT discrepancy_id, kind, subject, detail FROM discrepancies"
            + " WHERE account = ? AND resolved_at IS NULL ORDER BY seen_at, discrepancy_id";
    private static final String PUT_EXTERNAL = """
            INSERT INTO external_positions (account, symbol, shares, seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (account, symbol) DO UPDATE SET shares = excluded.shares, seen_at = excluded.seen_at
            """;

    private final Sql sql;

    PostgresDiscrepancies(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean note(String account, Discrepancy found, Instant at) {
        String id = idOf(account, found);
        boolean added = sql.update(ADD, id, account, found.kind().name(), found.subject(), found.detail(), at, at) == 1;
        if (added) {
            return true;
        }
        if (found.kind() == Kind.UNEXPECTED_REPORT) {
            return false;
        }
        boolean reopened = sql.update(REOPEN, at, id) == 1;
        if (!reopened) {
            sql.update("UPDATE discrepancies SET last_seen_at = ? WHERE discrepancy_id = ?", at, id);
        }
        return reopened;
    }

    @Override
    public void resolveOthers(String account, List<Discrepancy> found, Instant at) {
        Set<String> still = found.stream().map(one -> idOf(account, one)).collect(Collectors.toSet());
        for (Discrepancy open : open(account)) {
            String id = idOf(account, open);
            if (open.kind() != Kind.UNEXPECTED_REPORT && !still.contains(id)) {
                sql.update("UPDATE discrepancies SET resolved_at = ? WHERE discrepancy_id = ?", at, id);
            }
        }
    }

    @Override
    public List<Discrepancy> open(String account) {
        return sql.query(
                OPEN,
                row -> new Discrepancy(
                        Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("detail")),
                account);
    }

    @Override
    public SortedMap<String, Long> externalPositions(String account) {
        SortedMap<String, Long> held = new TreeMap<>();
        sql.query(
                "SELECT symbol, shares FROM external_positions WHERE account = ?",
                row -> held.put(row.getString("symbol"), row.getLong("shares")),
                account);
        return held;
    }

    @Override
    public void noteExternal(String account, String symbol, long shares, Instant at) {
        if (shares == 0) {
            sql.update("DELETE FROM external_positions WHERE account = ? AND symbol = ?", account, symbol);
        } else {
            sql.update(PUT_EXTERNAL, account, symbol, shares, at);
        }
    }

    private static String idOf(String account, Discrepancy one) {
        return Ids.derive("dis", account, one.kind(), one.subject(), one.detail());
    }
}
