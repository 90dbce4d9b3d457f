package io.fluxhero.risk;

import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;

/** The account as last committed, for people and reports; nobody waits for it and it waits for nobody. */
@ApplicationScoped
public class ReadAccount {

    private final Accounts accounts;
    private final AccountDesk desk;
    private final Transactions transactions;

    ReadAccount(Accounts accounts, AccountDesk desk, Transactions transactions) {
        this.accounts = accounts;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** The account and its figures at one moment. */
    public record Snapshot(Account account, AccountFigures figures) {}

    public Snapshot now() {
        Account account = transactions.call(accounts::read);
        return new Snapshot(account, AccountFigures.of(desk.portfolioOf(account)));
    }
}
