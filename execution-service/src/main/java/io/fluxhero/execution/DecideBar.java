package io.fluxhero.execution;

import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import jakarta.enterprise.context.ApplicationScoped;

/** Risk has decided a bar time: the next may pass. */
@ApplicationScoped
public class DecideBar {

    private final Accounts accounts;

    public DecideBar(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Notes it; an older decision changes nothing. */
    public void on(BarDecided decided) {
        Standing before = accounts.lock(decided.account());
        Standing now = before.with(before.lockstep().decidedUpTo(decided.barTime()));
        if (!now.equals(before)) {
            accounts.save(decided.account(), now);
        }
    }
}
