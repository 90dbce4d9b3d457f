package io.fluxhero.risk;

import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.CheckItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    /** What becomes of the positions. */
    public enum Closing {
        /** Nothing is held. */
        FLAT,
        /** Something is held, and no order closes it. */
        HELD,
        /** Orders that close all are out. */
        FLATTENING,
        /** Orders that close all are out, and the exchange is closed: they fill at the next open. */
        FLATTEN_PENDING
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
        if (state.positions().isEmpty()) {
            return Closing.FLAT;
        }
        List<String> closing = state.pending().stream()
                .filter(ticket -> ticket.intent() == Intent.FLATTEN || ticket.intent() == Intent.EXIT)
                .map(Ticket::symbol)
                .toList();
        if (!state.positions().stream().allMatch(position -> closing.contains(position.symbol()))) {
            return Closing.HELD;
        }
        return settings.isRealTime() && !isOpen(clock.instant()) ? Closing.FLATTEN_PENDING : Closing.FLATTENING;
    }

    private static boolean isOpen(Instant now) {
        return TradingCalendar.nyse()
                .sessionOn(LocalDate.ofInstant(now, TradingCalendar.NEW_YORK))
                .filter(session -> session.contains(now.toEpochMilli()))
                .isPresent();
    }
}
