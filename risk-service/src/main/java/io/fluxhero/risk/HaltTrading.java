package io.fluxhero.risk;

import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kill switch in a person's hand: no new positions, and where asked for, the open ones closed at market. */
@ApplicationScoped
public class HaltTrading {

    private static final String MANUAL = "MANUAL";

    private final ActOnce actOnce;

    HaltTrading(ActOnce actOnce) {
        this.actOnce = actOnce;
    }

    @Transactional
    public CommandOutcome on(Command command) {
        return actOnce.perform(command, new Halt());
    }

    private static final class Halt implements ActOnce.Act {

        @Override
        public Optional<ActOnce.Refusal> refusal(Portfolio portfolio) {
            return Optional.empty();
        }

        @Override
        public List<Decision> carryOut(Portfolio portfolio, ActOnce.Request request) {
            Command command = request.command();
            long barTime = request.barTime().toEpochMilli();
            boolean flattensAll = command.flatten() && command.symbol() == null;
            List<Decision> decisions =
                    new ArrayList<>(portfolio.halt(MANUAL, command.reason(), flattensAll, request.id(), barTime));
            if (command.flatten() && command.symbol() != null) {
                decisions.addAll(portfolio.close(command.symbol(), request.id(), barTime));
            }
            return decisions;
        }
    }
}
