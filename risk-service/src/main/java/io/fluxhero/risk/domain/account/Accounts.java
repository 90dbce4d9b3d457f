package io.fluxhero.risk.domain.account;

/** Where the account is kept. There is one; it exists from the first start on. */
public interface Accounts {

    /** The account as last committed, for readers. */
    Account read();

    /** The account for a writer: other writers wait until this transaction ends. */
    Account lock();

    /** Stores the account that this transaction has locked. */
    void save(Account account, AccountFigures figures);
}
