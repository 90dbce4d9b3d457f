package io.fluxhero.execution.postgres;

import io.fluxhero.execution.domain.bar.Accounts;
import io.fluxhero.execution.domain.bar.Lockstep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PostgresAccounts implements Accounts {

    private static final String LOCK = "SELECT last_settled, last_decided FROM accounts WHERE account = ? FOR UPDATE";

    private final Sql sql;

    PostgresAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Lockstep lock(String account) {
        List<Lockstep> found = locked(account);
        if (found.isEmpty()) {
            sql.update("INSERT INTO accounts (account) VALUES (?) ON CONFLICT DO NOTHING", account);
            found = locked(account);
        }
        return found.getFirst();
    }

    @Override
    public void save(String account, Lockstep lockstep) {
        sql.update(
                "UPDATE accounts SET last_settled = ?, last_decided = ? WHERE account = ?",
                lockstep.settled(),
                lockstep.decided(),
                account);
    }

    private List<Lockstep> locked(String account) {
        return sql.query(
                LOCK, row -> new Lockstep(Sql.instant(row, "last_settled"), Sql.instant(row, "last_decided")), account);
    }
}
