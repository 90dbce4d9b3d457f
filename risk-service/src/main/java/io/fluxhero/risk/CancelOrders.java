package io.fluxhero.risk;

import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Cancels one order, or all that open a position or wait for a price, on a person's word. */
@ApplicationScoped
public class CancelOrders {

    private final ActOnce actOnce;

    CancelOrders(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    ActOnce.Performed one(Command command, String orderId) {
        return actOnce.perform(command, new CancelOne(orderId));
    }

    ActOnce.Performed all(Command command) {
        return actOnce.perform(command, new CancelAll());
    }

    private record CancelOne(String orderId) implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            boolean isOpen = account.state().pending().stream()
                    .anyMatch(ticket -> ticket.orderId().equals(orderId));
            return isOpen
                    ? Optional.empty()
                    : Optional.of(new ActOnce.Refusal(Code.NO_ORDER, "no order " + orderId + " is open"));
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            return portfolio.cancel(orderId);
        }
    }

    private record CancelAll() implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            return Optional.empty();
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            return portfolio.cancelAll();
        }
    }
}
