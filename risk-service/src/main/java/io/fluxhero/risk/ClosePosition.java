package io.fluxhero.risk;

import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Closes one position at market on a person's word. */
@ApplicationScoped
public class ClosePosition {

    private final ActOnce actOnce;

    ClosePosition(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    ActOnce.Performed on(Command command) {
        return actOnce.perform(command, new Close(Objects.requireNonNull(command.symbol(), "symbol")));
    }

    private record Close(String symbol) implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Account account) {
            boolean held = account.state().positions().stream()
                    .anyMatch(position -> position.symbol().equals(symbol));
            return held
                    ? Optional.empty()
                    : Optional.of(new ActOnce.Refusal(Code.NO_POSITION, "no position is held in " + symbol));
        }

        @Override
        public List<Decision> carryOut(Account account, Portfolio portfolio, ActOnce.Request request) {
            return portfolio.close(symbol, request.id(), request.barMillis());
        }
    }
}
