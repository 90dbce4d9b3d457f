package io.fluxhero.risk;

import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import io.fluxhero.risk.domain.command.PersonalOrder;
import io.fluxhero.risk.domain.execution.ExecutionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what a person orders: first in our books, in one transaction, then at execution by the direct way. */
@ApplicationScoped
public class CarryOutCommand {

    private final HaltTrading haltTrading;
    private final ResumeTrading resumeTrading;
    private final ResetPaperAccount resetPaperAccount;
    private final ClosePosition closePosition;
    private final PlaceOrder placeOrder;
    private final CancelOrders cancelOrders;
    private final TellExecution tellExecution;
    private final AskExecution askExecution;
    private final ReadAccount readAccount;

    CarryOutCommand(
            HaltTrading haltTrading,
            ResumeTrading resumeTrading,
            ResetPaperAccount resetPaperAccount,
            ClosePosition closePosition,
            PlaceOrder placeOrder,
            CancelOrders cancelOrders,
            TellExecution tellExecution,
            AskExecution askExecution,
            ReadAccount readAccount) {
        this.haltTrading = haltTrading;
        this.resumeTrading = resumeTrading;
        this.resetPaperAccount = resetPaperAccount;
        this.closePosition = closePosition;
        this.placeOrder = placeOrder;
        this.cancelOrders = cancelOrders;
        this.tellExecution = tellExecution;
        this.askExecution = askExecution;
        this.readAccount = readAccount;
    }

    /**
     * What became of a command.
     *
     * @param account as it stands now
     * @param untold what execution could not be told directly, in words; it is told again until it knows
     */
    public record Answer(CommandOutcome outcome, Account account, List<String> untold) {}

    /** Stops trading. */
    public Answer halt(Command command) {
        ActOnce.Performed performed = haltTrading.on(command);
        Account account = readAccount.now().account();
        List<String> untold = new ArrayList<>();
        if (performed.outcome().code() == Code.DONE) {
            untold.addAll(tellExecution.fence(account));
            untold.addAll(tellExecution.orders(performed.orders()));
        }
        return new Answer(performed.outcome(), account, untold);
    }

    /**
     * Allows trading again, where everything is as it must be.
     *
     * @param acknowledged whether the person accepts the drawdown that stopped trading
     */
    public Answer resume(Command command, boolean acknowledged) {
        @Nullable ExecutionState state = askExecution.state();
        List<CheckItem> checklist = ResetChecklist.of(readAccount.now().account(), state, acknowledged);
        ActOnce.Performed performed = resumeTrading.on(
                command, checklist, state == null ? 0 : state.fence().epoch());
        Account account = readAccount.now().account();
        boolean done = performed.outcome().code() == Code.DONE && !account.isHalted();
        return new Answer(performed.outcome(), account, done ? tellExecution.fence(account) : List.of());
    }

    /**
     * Lets a flat paper account begin anew.
     *
     * @param capital money afterwards, {@code null} for what the account was opened with
     */
    public Answer resetPaperAccount(Command command, @Nullable BigDecimal capital) {
        return told(resetPaperAccount.on(command, capital, askExecution.state()));
    }

    /** Closes one position at market. */
    public Answer close(Command command) {
        return told(closePosition.on(command));
    }

    /** Opens or reduces a position. */
    public Answer place(Command command, PersonalOrder order) {
        return told(placeOrder.on(command, order));
    }

    /** Cancels one order. */
    public Answer cancel(Command command, String orderId) {
        return told(cancelOrders.one(command, orderId));
    }

    /** Cancels all that open a position or wait for a price. */
    public Answer cancelAll(Command command) {
        return told(cancelOrders.all(command));
    }

    private Answer told(ActOnce.Performed performed) {
        List<String> untold = tellExecution.orders(performed.orders());
        return new Answer(performed.outcome(), readAccount.now().account(), untold);
    }
}
