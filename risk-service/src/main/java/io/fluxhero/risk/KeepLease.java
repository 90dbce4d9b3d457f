package io.fluxhero.risk;

import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.Execution.Unreachable;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import io.fluxhero.risk.domain.execution.ExecutionState;
import io.fluxhero.risk.domain.execution.ExecutionState.Fence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps up execution's leave to open positions while trading is allowed, and makes both agree on halts: what the one was
 * told while the other was away, the other learns here.
 */
@ApplicationScoped
public class KeepLease {

    private static final Logger LOG = Logger.getLogger(KeepLease.class);

    private final Execution execution;
    private final ExecutionDoor door;
    private final AccountDesk desk;
    private final ReadAccount readAccount;
    private final Transactions transactions;
    private final CarryOutCommand carryOut;
    private final Clock clock;
    private volatile Report latest = new Report(null, null, "execution was not asked yet");
    /** A halt at execution that is not ours may be on its way to us: it is ours once it was seen twice. */
    private boolean sawForeignHalt;

    KeepLease(
            Execution execution,
            ExecutionDoor door,
            AccountDesk desk,
            ReadAccount readAccount,
            Transactions transactions,
            CarryOutCommand carryOut,
            Clock clock) {
        this.execution = execution;
        this.door = door;
        this.desk = desk;
        this.readAccount = readAccount;
        this.transactions = transactions;
        this.carryOut = carryOut;
        this.clock = clock;
    }

    /**
     * How it went.
     *
     * @param renewedAt when the lease was renewed last, {@code null} for never
     * @param execution how execution stands, {@code null} where it does not say
     * @param problem what went wrong the last time, {@code null} where nothing did
     */
    public record Report(
            @Nullable Instant renewedAt,
            @Nullable ExecutionState execution,
            @Nullable String problem) {}

    /** How it went the last time. */
    public Report latest() {
        return latest;
    }

    /** Renews the lease and compares halts; failures are in the report, and tried again the next time. */
    public Report renew() {
        Report before = latest;
        try {
            latest = renewed();
            if (before.problem() != null) {
                LOG.infof("lease.renewed after=\"%s\"", before.problem());
            }
        } catch (Unreachable e) {
            latest = new Report(before.renewedAt(), null, e.detail());
            if (!e.detail().equals(before.problem())) {
                LOG.warnf("lease.not-renewed reason=\"%s\"", e.detail());
            }
        }
        return latest;
    }

    /** What execution missed of halts and resets it hears before it is given leave to open anything. */
    private Report renewed() throws Unreachable {
        ExecutionState state = execution.state();
        agree(notOlderThan(state.fence().epoch()), state.fence());
        Account account = readAccount.now().account();
        boolean given = !account.isLatched() && execution.lease(account.latch().epoch(), door.leaseFor());
        Instant renewedAt = given ? clock.instant() : latest.renewedAt();
        String problem = given || account.isLatched() ? null : "execution was told of a newer epoch";
        return new Report(renewedAt, state, problem);
    }

    /** The account, its epoch not older than the one that execution was told of. A halt of ours may be on its way: it is waited for. */
    private Account notOlderThan(long epoch) {
        Account account = readAccount.now().account();
        return epoch <= account.latch().epoch() ? account : transactions.call(() -> desk.keepSeen(desk.lock(), epoch));
    }

    private void agree(Account account, Fence fence) throws Unreachable {
        boolean foreign = fence.halted() && !account.isLatched();
        boolean isOver = fence.epoch() < account.latch().resetEpoch();
        if (account.isLatched()
                && !(fence.halted() && fence.epoch() >= account.latch().epoch())) {
            TellExecution.fence(execution, account);
        } else if (!account.isLatched() && isOver) {
            TellExecution.fence(execution, account);
        } else if (foreign && sawForeignHalt) {
            carryOut.halt(new Command(
                    Command.Action.HALT,
                    new Command.Person(Objects.requireNonNullElse(fence.by(), "execution-service"), "FENCE"),
                    Objects.requireNonNullElse(fence.reason(), "execution was told to halt"),
                    null,
                    "",
                    null,
                    "fence-" + fence.epoch()));
        }
        sawForeignHalt = foreign && !isOver;
    }
}
