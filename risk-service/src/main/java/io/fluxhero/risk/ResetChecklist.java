package io.fluxhero.risk;

import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.execution.ExecutionState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must be so before trading is allowed again after a halt, each with what was found. */
final class ResetChecklist {

    private static final String DRAWDOWN = "DRAWDOWN";
    private static final String SILENT = "execution-service does not answer";

    private ResetChecklist() {}

    static List<CheckItem> of(Account account, @Nullable ExecutionState execution, boolean acknowledged) {
        return List.of(
                reconciled(execution),
                noOpenOrders(account, execution),
                noUnknownOrders(execution),
                drawdown(account, acknowledged));
    }

    private static CheckItem reconciled(@Nullable ExecutionState execution) {
        String found = execution == null
                ? SILENT
                : "execution-service is " + execution.state()
                        + (execution.detail() == null ? "" : ": " + execution.detail());
        return new CheckItem("execution-reconciled", execution != null && execution.isReady(), found);
    }

    /** In our books and in those of execution; protective legs of what is held may stay. */
    private static CheckItem noOpenOrders(Account account, @Nullable ExecutionState execution) {
        int atExecution = execution == null ? 0 : execution.openOrders().orElse(0);
        int open = Math.max(account.state().pending().size(), atExecution);
        return new CheckItem("no-open-orders", open == 0, open + " orders are open");
    }

    private static CheckItem noUnknownOrders(@Nullable ExecutionState execution) {
        if (execution == null) {
            return new CheckItem("no-unknown-orders", false, SILENT);
        }
        int unknown = execution.unknownOrders().orElse(0);
        return new CheckItem("no-unknown-orders", unknown == 0, unknown + " orders may or may not be at the broker");
    }

    private static CheckItem drawdown(Account account, boolean acknowledged) {
        if (!Objects.equals(account.state().haltTrigger(), DRAWDOWN)) {
            return new CheckItem("drawdown-acknowledged", true, "drawdown did not stop trading");
        }
        String found = acknowledged
                ? "acknowledged: trading resumes reduced, from a new peak"
                : "drawdown stopped trading: acknowledge_drawdown must be true";
        return new CheckItem("drawdown-acknowledged", acknowledged, found);
    }
}
