package io.fluxhero.risk;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.execution.ExecutionState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be so before trading is allowed again after a halt, or before a paper account begins anew, each with what was
 * found.
 */
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

    static List<CheckItem> ofPaperAccount(Account account, @Nullable ExecutionState execution) {
        return List.of(
                paperBroker(execution),
                reconciled(execution),
                noOpenPositions(account),
                noOpenOrders(account, execution),
                noUnknownOrders(execution),
                nothingForeign(account, execution));
    }

    private static CheckItem paperBroker(@Nullable ExecutionState execution) {
        boolean paper = execution != null && execution.paper();
        String found = execution == null
                ? SILENT
                : paper
                        ? "the broker is the paper broker"
                        : "only a paper account can be reset, this one has a real broker";
        return new CheckItem("paper-broker", paper, found);
    }

    private static CheckItem noOpenPositions(Account account) {
        String held = account.state().positions().stream()
                .map(AccountState.Position::symbol)
                .collect(Collectors.joining(", "));
        return new CheckItem(
                "no-open-positions",
                held.isEmpty(),
                held.isEmpty()
                        ? "nothing is held"
                        : held + " held: close the positions or press the kill switch first");
    }

    private static CheckItem nothingForeign(Account account, @Nullable ExecutionState execution) {
        Set<String> foreign = new TreeSet<>(account.state().externals().keySet());
        if (execution != null) {
            foreign.addAll(execution.foreign());
        }
        return new CheckItem(
                "nothing-external",
                foreign.isEmpty(),
                foreign.isEmpty()
                        ? "nothing of somebody else's is at the broker"
                        : String.join(", ", foreign) + " at the broker, not ours: close it there first");
    }

    private static CheckItem reconciled(@Nullable ExecutionState execution) {
        String found = execution == null
                ? SILENT
                : "execution-service is " + execution.state()
                        + (execution.detail() == null ? "" : ": " + execution.detail());
        return new CheckItem("execution-reconciled", execution != null && execution.isReady(), found);
    }

    /** In our books and in those of execution; protective legs of what is held are not counted. */
    private static CheckItem noOpenOrders(Account account, @Nullable ExecutionState execution) {
        int atExecution = execution == null ? 0 : execution.openOrders().orElse(0);
        int open = Math.max(account.state().pending().size(), atExecution);
        return new CheckItem("no-open-orders", open == 0, open == 1 ? "1 order is open" : open + " orders are open");
    }

    private static CheckItem noUnknownOrders(@Nullable ExecutionState execution) {
        if (execution == null) {
            return new CheckItem("no-unknown-orders", false, SILENT);
        }
        int unknown = execution.unknownOrders().orElse(0);
        String orders = unknown == 1 ? "1 order" : unknown + " orders";
        return new CheckItem("no-unknown-orders", unknown == 0, orders + " may or may not be at the broker");
    }

    private static CheckItem drawdown(Account account, boolean acknowledged) {
        if (!Objects.equals(account.state().haltTrigger(), DRAWDOWN)) {
            return new CheckItem("drawdown-acknowledged", true, "drawdown did not stop trading");
        }
        if (account.state().lastEquityMicros() >= account.state().peakEquityMicros()) {
            return new CheckItem("drawdown-acknowledged", true, "nothing is lost any more from the peak of equity");
        }
        String found = acknowledged
                ? "acknowledged: trading resumes reduced, from a new peak"
                : "drawdown stopped trading: acknowledge_drawdown must be true";
        return new CheckItem("drawdown-acknowledged", acknowledged, found);
    }
}
