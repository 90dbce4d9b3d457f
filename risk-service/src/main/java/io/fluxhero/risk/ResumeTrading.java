package io.fluxhero.risk;

import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.TradingStatus;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Lets the account trade again after a halt, on a person's word. */
@ApplicationScoped
public class ResumeTrading {

    private final ActOnce actOnce;

    ResumeTrading(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    @Transactional
    public CommandOutcome on(Command command) {
        return actOnce.perform(command, new Resume());
    }

    private static final class Resume implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Portfolio portfolio) {
            return portfolio.state().status() == TradingStatus.DISABLED
                    ? Optional.empty()
                    : Optional.of(new ActOnce.Refusal(Code.NOT_HALTED, "trading is not halted"));
        }

        @Override
        public List<Decision> carryOut(Portfolio portfolio, ActOnce.Request request) {
            return portfolio.resume(request.command().reason());
        }
    }
}
