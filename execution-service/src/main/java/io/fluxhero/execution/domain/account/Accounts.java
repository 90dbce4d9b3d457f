package io.fluxhero.execution.domain.account;

/** The account row: every writer locks it first, so that the writers of one account work one after another. */
public interface Accounts {

    /** Locks the account until the transaction ends, opening it where it is new, and returns where it stands. */
    Standing lock(String account);

    /** Locks it for one who need not know how it stands. */
    default void hold(String account) {
        Standing _ = lock(account);
    }

    void save(String account, Standing standing);
}
