package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.RiskSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Hands out the account as the engine's state machine and puts it back; who takes it for a change locks it. */
@ApplicationScoped
class AccountDesk {

    private final Accounts accounts;
    private final RiskSettings settings;

    AccountDesk(Accounts accounts, RiskSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    Account lock() {
        return accounts.lock();
    }

    Portfolio portfolioOf(Account account) {
        return Portfolio.restored(settings.limits(), AccountDesk::orderId, account.state());
    }

    /** Puts the account back after an event. */
    Account keep(Account account, Portfolio portfolio, Account.Change change) {
        return saved(account.with(portfolio.state(), change), portfolio);
    }

    /** Puts the account back after {@code barTime} was decided. */
    Account keepDecided(Account account, Portfolio portfolio, Instant barTime, Account.Change change) {
        return saved(account.decided(barTime, portfolio.state(), change), portfolio);
    }

    /** Puts the account back where its epoch is older than one that was seen elsewhere. */
    Account keepSeen(Account account, long epoch) {
        return epoch <= account.latch().epoch() ? account : saved(account.seen(epoch), portfolioOf(account));
    }

    private Account saved(Account next, Portfolio portfolio) {
        accounts.save(next, AccountFigures.of(portfolio));
        return next;
    }

    private static String orderId(String cause, String leg) {
        return Ids.derive("ord", cause, leg);
    }
}
