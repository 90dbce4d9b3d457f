package io.fluxhero.risk.postgres;

import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PostgresAuditTrail implements AuditTrail {

    private final AuditRows rows;
    private final String account;

    PostgresAuditTrail(AuditRows rows, RiskSettings settings) {
        this.rows = rows;
        this.account = settings.account();
    }

    @Override
    public void append(AuditEntry.Act act) {
        AuditEntry entry = AuditEntry.of(act, lastHash());
        AuditRow row = new AuditRow();
        row.account = account;
        row.time = entry.time();
        row.actor = entry.actor();
        row.role = entry.role();
        row.action = entry.action();
        row.reason = entry.reason();
        row.before = entry.before();
        row.after = entry.after();
        row.result = entry.result();
        row.prevHash = entry.prevHash();
        row.hash = entry.hash();
        rows.persist(row);
    }

    @Override
    public List<AuditEntry> entries() {
        return rows.find("account", Sort.ascending("id"), account).stream()
                .map(PostgresAuditTrail::entry)
                .toList();
    }

    private String lastHash() {
        return rows.find("account", Sort.descending("id"), account)
                .firstResultOptional()
                .map(row -> row.hash)
                .orElseGet(() -> AuditEntry.genesis(account));
    }

    private static AuditEntry entry(AuditRow row) {
        return new AuditEntry(
                row.time,
                row.actor,
                row.role,
                row.action,
                row.reason,
                row.before,
                row.after,
                row.result,
                row.prevHash,
                row.hash);
    }
}
