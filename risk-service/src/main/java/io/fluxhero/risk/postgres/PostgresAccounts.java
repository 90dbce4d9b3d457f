package io.fluxhero.risk.postgres;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.Latch;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account row. Hibernate remembers it within a transaction, and writes it back before the commit. */
@ApplicationScoped
class PostgresAccounts implements Accounts, PanacheRepositoryBase<AccountRow, String> {

    private static final String LOCKED = PostgresAccounts.class.getName();

    private final RiskSettings settings;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    private final String configHash;
    private volatile @Nullable Parsed newest;

    PostgresAccounts(RiskSettings settings, Clock clock, TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.configHash = settings.limits().hash();
    }

    @Override
    public Account read() {
        AccountRow row = existing(findById(settings.account()));
        Account account = account(row);
        if (getEntityManager().getLockMode(row) != LockModeType.PESSIMISTIC_WRITE) {
            // Who locks it later in this transaction must not get what it was before somebody else changed it.
            getEntityManager().detach(row);
        }
        return account;
    }

    @Override
    public Account lock() {
        if (transaction.getResource(LOCKED) instanceof Account held) {
            return held;
        }
        Account account = account(existing(findById(settings.account(), LockModeType.PESSIMISTIC_WRITE)));
        transaction.putResource(LOCKED, account);
        return account;
    }

    @Override
    public void save(Account account, AccountFigures figures) {
        existing(findById(account.name())).become(account, figures, configHash, clock.instant());
        transaction.putResource(LOCKED, account);
    }

    /** Names of accounts in these books that are not ours. */
    List<String> others() {
        return find("account <> ?1", Sort.by("account"), settings.account()).stream()
                .map(row -> row.account)
                .toList();
    }

    /** Opens the account where it does not exist yet. */
    boolean openIfAbsent(Account account, AccountFigures figures) {
        if (findById(account.name()) != null) {
            return false;
        }
        AccountRow row = new AccountRow();
        row.account = account.name();
        row.become(account, figures, configHash, clock.instant());
        persist(row);
        return true;
    }

    private AccountRow existing(@Nullable AccountRow row) {
        if (row == null) {
            throw new IllegalStateException("account " + settings.account() + " was never opened");
        }
        return row;
    }

    private Account account(AccountRow row) {
        return new Account(
                row.account,
                state(row.state),
                row.revision,
                row.decidedUpTo,
                new Latch(row.epoch, row.resetEpoch, row.haltedAt, row.haltedBy));
    }

    /** Every transaction asks for it, few change it, and it is long: closes of every symbol. */
    private AccountState state(String json) {
        Parsed known = newest;
        if (known != null && known.json().equals(json)) {
            return known.state();
        }
        AccountState state = Json.read(json, AccountState.class);
        newest = new Parsed(json, state);
        return state;
    }

    /** A state and the text that it was read from. */
    private record Parsed(String json, AccountState state) {}
}
