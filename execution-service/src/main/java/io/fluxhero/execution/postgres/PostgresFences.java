package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.Fences;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PostgresFences implements Fences {

    private static final String SAVE = """
            INSERT INTO fences (account, min_epoch, halted, changed_by, reason, changed_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE
            SET min_epoch = excluded.min_epoch, halted = excluded.halted, changed_by = excluded.changed_by,
                reason = excluded.reason, changed_at = excluded.changed_at
            """;

    private final Sql sql;

    PostgresFences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Fence find(String account) {
        return sql
                .query(
                        "SELECT min_epoch, halted, changed_by, reason, changed_at FROM fences WHERE account = ?",
                        row -> new Fence(
                                row.getLong("min_epoch"),
                                row.getBoolean("halted"),
                                row.getString("changed_by"),
                                row.getString("reason"),
                                Sql.instant(row, "changed_at")),
                        account)
                .stream()
                .findFirst()
                .orElse(Fence.OPEN);
    }

    @Override
    public void save(String account, Fence fence) {
        sql.update(SAVE, account, fence.minEpoch(), fence.halted(), fence.by(), fence.reason(), fence.at());
    }
}
