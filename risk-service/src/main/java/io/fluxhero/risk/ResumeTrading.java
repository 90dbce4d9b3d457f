package io.fluxhero.risk;

import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets the account trade again after a halt, on a person's word and where everything is as it must be. */
@ApplicationScoped
public class ResumeTrading {

    private final ActOnce actOnce;
    private final AccountDesk desk;
    private final Transactions transactions;

    ResumeTrading(ActOnce actOnce, AccountDesk desk, Transactions transactions) {
        this.actOnce = actOnce;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** {@code seenEpoch} is what execution was last told; the epoch that begins is newer. */
    ActOnce.Performed on(Command command, List<CheckItem> checklist, long seenEpoch) {
        transactions.run(() -> desk.keepSeen(desk.lock(), seenEpoch));
        return actOnce.perform(command, new Resume(checklist));
    }

    private record Resume(List<CheckItem> checklist) implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            if (!account.isHalted()) {
                return Optional.of(new ActOnce.Refusal(Code.NOT_HALTED, "trading is not halted"));
            }
            String missing = checklist.stream()
                    .filter(item -> !item.ok())
                    .map(CheckItem::detail)
                    .collect(Collectors.joining("; "));
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ActOnce.Refusal(Code.NOT_SAFE, missing, checklist));
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            return portfolio.resume(request.command().reason());
        }

        @Override
        public String inWords(Account before, CommandOutcome outcome) {
            return "trading is " + outcome.tradingStatus();
        }
    }
}
