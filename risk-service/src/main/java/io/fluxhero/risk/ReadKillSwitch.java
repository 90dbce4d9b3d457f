package io.fluxhero.risk;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.Closing;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.CheckItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The kill switch as it stands: whether it is pulled, what is left to do, and what a reset would find. */
@ApplicationScoped
public class ReadKillSwitch {

    private final ReadAccount readAccount;
    private final AskExecution askExecution;
    private final RiskSettings settings;
    private final Clock clock;

    ReadKillSwitch(ReadAccount readAccount, AskExecution askExecution, RiskSettings settings, Clock clock) {
        this.readAccount = readAccount;
        this.askExecution = askExecution;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything about it; {@code checklist} is what a reset without acknowledging the drawdown would find. */
    public record KillSwitch(Account account, Closing closing, List<CheckItem> checklist) {}

    /** As it stands now. */
    public KillSwitch now() {
        Account account = readAccount.now().account();
        return new KillSwitch(
                account, closing(account.state()), ResetChecklist.of(account, askExecution.state(), false));
    }

    /** What becomes of the positions. */
    public Closing closing(AccountState state) {
        return Closing.of(state, settings.time().isExchangeOpen(clock.instant()));
    }
}
