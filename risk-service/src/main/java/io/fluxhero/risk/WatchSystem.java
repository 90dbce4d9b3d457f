package io.fluxhero.risk;

import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.execution.ExecutionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops trading where the system itself is no longer to be trusted. Positions are closed too, except where execution and
 * the broker disagree on what is held: then a person has to look first.
 */
@ApplicationScoped
public class WatchSystem {

    private static final int BROKER_ERRORS = 3;

    private final ReadAccount readAccount;
    private final CarryOutCommand carryOut;

    WatchSystem(ReadAccount readAccount, CarryOutCommand carryOut) {
        this.readAccount = readAccount;
        this.carryOut = carryOut;
    }

    private record Fault(String reason, boolean closesAll) {}

    /** Judges what was heard of execution. */
    public void judge(KeepLease.Report report) {
        Optional<Fault> fault = fault(report.execution());
        if (fault.isPresent()) {
            Account account = readAccount.now().account();
            if (!account.isLatched()) {
                stop(fault.get(), account);
            }
        }
    }

    private static Optional<Fault> fault(@Nullable ExecutionState execution) {
        if (execution == null) {
            return Optional.empty();
        }
        if (execution.isHalted()) {
            return Optional.of(new Fault("execution is halted: " + execution.detail(), false));
        }
        return execution.brokerErrors() >= BROKER_ERRORS
                ? Optional.of(new Fault("the broker failed " + execution.brokerErrors() + " times in a row", true))
                : Optional.empty();
    }

    private void stop(Fault fault, Account account) {
        carryOut.halt(new Command(
                fault.closesAll() ? Command.Action.HALT_AND_CLOSE_ALL : Command.Action.HALT,
                new Command.Person("risk-service", HaltTrading.SYSTEM),
                fault.reason(),
                null,
                "",
                null,
                "system-" + account.latch().epoch()));
    }
}
