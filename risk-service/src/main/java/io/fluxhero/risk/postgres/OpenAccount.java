package io.fluxhero.risk.postgres;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Opens the account at the first start, and its next epoch at every other, before any message is taken in. One database
 * holds the books of one account: what another left undone would be read past and lost.
 */
@ApplicationScoped
class OpenAccount {

    private static final Logger LOG = Logger.getLogger(OpenAccount.class);
    private static final int BEFORE_ALL_CONSUMERS = 1;

    private final PostgresAccounts accounts;
    private final RiskSettings settings;

    OpenAccount(PostgresAccounts accounts, RiskSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Transactional
    void open(@Observes @Priority(BEFORE_ALL_CONSUMERS) StartupEvent started) {
        List<String> others = accounts.others();
        if (!others.isEmpty()) {
            throw new IllegalStateException("these books belong to account " + String.join(", ", others) + ", not to "
                    + settings.account() + ": give each account a database of its own");
        }
        Portfolio portfolio =
                Portfolio.starting(settings.limits(), OpenAccount::orderId, settings.initialCapitalMicros());
        Account account = Account.opened(settings.account(), portfolio.state());
        if (accounts.openIfAbsent(account, AccountFigures.of(portfolio))) {
            LOG.infof(
                    "account.opened account=%s capital=%s",
                    settings.account(), Micros.toDecimal(settings.initialCapitalMicros()));
            return;
        }
        Account known = accounts.lock().restarted();
        accounts.save(
                known, AccountFigures.of(Portfolio.restored(settings.limits(), OpenAccount::orderId, known.state())));
        LOG.infof(
                "account.continued account=%s epoch=%d",
                known.name(), known.latch().epoch());
        if (known.state().initialCashMicros() != settings.initialCapitalMicros()) {
            LOG.warnf(
                    "account.kept account=%s: the capital it was opened with stands, the setting is for new accounts",
                    settings.account());
        }
    }

    private static String orderId(String cause, String leg) {
        return Ids.derive("ord", cause, leg);
    }
}
