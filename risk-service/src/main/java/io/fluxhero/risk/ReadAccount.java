package io.fluxhero.risk;

import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The account as last committed, for people and reports; nobody waits for it and it waits for nobody. */
@ApplicationScoped
public class ReadAccount {

    private final Accounts accounts;
    private final AccountDesk desk;

    ReadAccount(Accounts accounts, AccountDesk desk) {
        this.accounts = accounts;
        this.desk = desk;
    }

    /** The account and its figures at one moment. */
    public record Snapshot(Account account, AccountFigures figures) {}

    @Transactional
    public Snapshot now() {
        Account account = accounts.read();
        return new Snapshot(account, AccountFigures.of(desk.portfolioOf(account)));
    }
}
