package io.fluxhero.execution.postgres;

import io.fluxhero.execution.ExecutionConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Opens the books before anything works on them. One database holds the books of one account, its paper broker's too:
 * messages that another has not read yet would be read past and lost.
 */
@ApplicationScoped
class OpenAccount {

    private static final int BEFORE_ALL_OTHERS = 1;

    private final ExecutionConfig config;
    private final PostgresAccounts accounts;
    private final Sql sql;

    OpenAccount(ExecutionConfig config, PostgresAccounts accounts, Sql sql) {
        this.config = config;
        this.accounts = accounts;
        this.sql = sql;
    }

    @Transactional
    void open(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent started) {
        openFor(config.account());
    }

    /**
     * Opens them for this account.
     *
     * @throws IllegalStateException where they are another's
     */
    void openFor(String account) {
        List<String> others = sql.query(
                "SELECT account FROM accounts WHERE account <> ? ORDER BY account", row -> row.getString(1), account);
        if (!others.isEmpty()) {
            throw new IllegalStateException("these books belong to account " + String.join(", ", others) + ", not to "
                    + account + ": give each account a database of its own");
        }
        accounts.lock(account);
    }
}
