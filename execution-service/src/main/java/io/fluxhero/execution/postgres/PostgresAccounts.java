package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Lockstep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PostgresAccounts implements Accounts {

    private static final String LOCK =
            "SELECT last_settled, last_decided, report_cursor, opening_cash, market_time FROM accounts"
                    + " WHERE account = ? FOR UPDATE";
    private static final String SAVE = "UPDATE accounts SET last_settled = ?, last_decided = ?, report_cursor = ?,"
            + " opening_cash = ?, market_time = ? WHERE account = ?";

    private final Sql sql;

    PostgresAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Standing lock(String account) {
        List<Standing> found = locked(account);
        if (found.isEmpty()) {
            sql.update("INSERT INTO accounts (account) VALUES (?) ON CONFLICT DO NOTHING", account);
            found = locked(account);
        }
        return found.getFirst();
    }

    @Override
    public void save(String account, Standing standing) {
        sql.update(
                SAVE,
                standing.lockstep().settled(),
                standing.lockstep().decided(),
                standing.reportCursor(),
                standing.openingCash(),
                standing.marketTime(),
                account);
    }

    private List<Standing> locked(String account) {
        return sql.query(
                LOCK,
                row -> new Standing(
                        new Lockstep(Sql.instant(row, "last_settled"), Sql.instant(row, "last_decided")),
                        row.getLong("report_cursor"),
                        row.getBigDecimal("opening_cash"),
                        Sql.instant(row, "market_time")),
                account);
    }
}
