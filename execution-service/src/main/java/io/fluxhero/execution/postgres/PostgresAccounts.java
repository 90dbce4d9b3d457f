package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Lockstep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

@ApplicationScoped
class PostgresAccounts implements Accounts {

    /** Not the row's own lock: that is a write, and a look that changes nothing would wait for the disk. */
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.accounts')," + " hashtext(?))";

    /** A statement of its own, so that it sees what the last holder of the lock committed. */
    private static final String READ =
            "SELECT last_settled, last_decided, report_cursor, opening_cash, market_time FROM accounts"
                    + " WHERE account = ?";

    private static final String SAVE = "UPDATE accounts SET last_settled = ?, last_decided = ?, report_cursor = ?,"
            + " opening_cash = ?, market_time = ? WHERE account = ?";

    private static final String HELD = PostgresAccounts.class.getName();

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;

    PostgresAccounts(Sql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public void hold(String account) {
        if (!account.equals(transaction.getResource(HELD))) {
            sql.query(LOCK, row -> account, account);
            transaction.putResource(HELD, account);
        }
    }

    @Override
    public Standing lock(String account) {
        hold(account);
        List<Standing> found = read(account);
        if (found.isEmpty()) {
            sql.update("INSERT INTO accounts (account) VALUES (?)", account);
            found = read(account);
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

    private List<Standing> read(String account) {
        return sql.query(
                READ,
                row -> new Standing(
                        new Lockstep(Sql.instant(row, "last_settled"), Sql.instant(row, "last_decided")),
                        row.getLong("report_cursor"),
                        row.getBigDecimal("opening_cash"),
                        Sql.instant(row, "market_time")),
                account);
    }
}
