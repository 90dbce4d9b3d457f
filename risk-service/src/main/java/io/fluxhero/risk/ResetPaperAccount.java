package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import io.fluxhero.risk.domain.execution.ExecutionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a flat paper account begin anew on a person's word: execution is asked to move its cash, and the account changes when
 * it tells that the broker has. A halt stays what it is.
 */
@ApplicationScoped
public class ResetPaperAccount {

    private final ActOnce actOnce;

    ResetPaperAccount(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    /**
     * Asks for it, where nothing is in the way.
     *
     * @param capital money afterwards, {@code null} for what the account was opened with
     * @param execution how it stands, {@code null} where it does not answer
     */
    ActOnce.Performed on(Command command, @Nullable BigDecimal capital, @Nullable ExecutionState execution) {
        return actOnce.perform(command, new Reset(capital, execution));
    }

    private record Reset(
            @Nullable BigDecimal capital, @Nullable ExecutionState execution) implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            List<CheckItem> checklist = ResetChecklist.ofPaperAccount(account, execution);
            String missing = checklist.stream()
                    .filter(item -> !item.ok())
                    .map(CheckItem::detail)
                    .collect(Collectors.joining("; "));
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ActOnce.Refusal(Code.NOT_RESETTABLE, missing, checklist));
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            return List.of();
        }

        @Override
        public List<OrderMessage> asks(Account account, ActOnce.Request request) {
            Command command = request.command();
            return List.of(new PaperResetRequested(
                    new Meta(
                            Ids.derive("msg", "paper-reset-requested", account.name(), request.id()),
                            command.correlationId(),
                            request.at()),
                    account.name(),
                    Ids.derive("mov", account.name(), request.id()),
                    capitalOf(account),
                    command.reason(),
                    command.by().name()));
        }

        @Override
        public String inWords(Account before, CommandOutcome outcome) {
            return "the paper broker moves the cash from "
                    + ExplainOrder.plain(Micros.toDecimal(before.state().cashMicros()))
                            .toPlainString() + " to "
                    + capitalOf(before).toPlainString();
        }

        private BigDecimal capitalOf(Account account) {
            return ExplainOrder.plain(
                    capital == null ? Micros.toDecimal(account.state().initialCashMicros()) : capital);
        }
    }
}
