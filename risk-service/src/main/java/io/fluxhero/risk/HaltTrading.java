package io.fluxhero.risk;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.Latch;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stops trading: no new positions, what is pending is cancelled, and where asked for, what is held is closed at market.
 * Who comes second changes nothing but what is still missing.
 */
@ApplicationScoped
public class HaltTrading {

    /** Role in which the system itself stops trading. */
    static final String SYSTEM = "SYSTEM";

    private static final String MANUAL = "MANUAL";

    private final ActOnce actOnce;

    HaltTrading(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    ActOnce.Performed on(Command command) {
        return actOnce.perform(command, new Halt(command.closesAll()));
    }

    private record Halt(boolean closesAll) implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            return Optional.empty();
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            if (account.isLatched()) {
                return closesAll ? closeTheRest(portfolio, request) : List.of();
            }
            Command command = request.command();
            String trigger = command.by().role().equals(SYSTEM) ? SYSTEM : MANUAL;
            return portfolio.halt(trigger, command.reason(), closesAll, request.id(), request.barMillis());
        }

        @Override
        public String inWords(Account before, CommandOutcome outcome) {
            String done = ActOnce.Act.super.inWords(before, outcome);
            Latch latch = before.latch();
            return before.isLatched()
                    ? "already halted since " + latch.haltedAt() + " by " + latch.haltedBy() + "; " + done
                    : done;
        }

        private static List<Decision> closeTheRest(Portfolio portfolio, ActOnce.Request request) {
            AccountState state = portfolio.state();
            List<Decision> decisions = new ArrayList<>();
            for (AccountState.Position position : state.positions()) {
                boolean isClosing = state.pending().stream()
                        .anyMatch(ticket -> ticket.intent() == Intent.FLATTEN
                                && ticket.symbol().equals(position.symbol()));
                if (!isClosing) {
                    decisions.addAll(portfolio.close(position.symbol(), request.id(), request.barMillis()));
                }
            }
            return decisions;
        }
    }
}
