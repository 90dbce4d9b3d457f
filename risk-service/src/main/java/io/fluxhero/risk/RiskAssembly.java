package io.fluxhero.risk;

import io.fluxhero.outbox.Outbox;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.PersonalOrder;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import io.fluxhero.risk.domain.feed.FeedDoor;
import io.fluxhero.risk.domain.feed.MarketFeed;
import io.fluxhero.risk.domain.record.Records;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The use cases put together by hand, over ports of the caller's: for programs without a container. */
public final class RiskAssembly {

    private final DecideBars decideBars;
    private final CollectBar collectBar;
    private final TrackExposure trackExposure;
    private final CarryOutCommand carryOut;
    private final KeepLease keepLease;
    private final WatchSystem watchSystem;

    /** What the use cases need of the world outside. */
    public record Ports(
            Accounts accounts,
            BarInputs inputs,
            Records records,
            AuditTrail audit,
            Answers answers,
            Outbox outbox,
            Execution execution,
            MarketFeed feed,
            Clock clock,
            Transactions transactions) {}

    /** Where the others are, and how patient one is with them. */
    public record Doors(ExecutionDoor execution, FeedDoor feed) {}

    /** What the container does where a method is transactional. */
    public interface Transactions {

        /** Runs the work in the transaction that is active, or in one of its own. */
        <T> T required(Supplier<T> work);
    }

    public RiskAssembly(RiskSettings settings, Doors doors, Ports ports) {
        AccountDesk desk = new AccountDesk(ports.accounts(), settings);
        Dispatch dispatch = new Dispatch(ports.outbox());
        WordOrder wordOrder = new WordOrder(new ExplainOrder(ports.inputs()), settings);
        AnnounceDecisions announce = new AnnounceDecisions(wordOrder, dispatch, ports.records(), settings);
        PublishAccount publishAccount = new PublishAccount(dispatch, settings);
        decideBars = new DecideBars(
                desk, ports.inputs(), announce, publishAccount, dispatch, ports.records(), settings, ports.clock());
        collectBar = new CollectBar(desk, ports.inputs(), decideBars, ports.records(), settings, ports.clock());
        trackExposure = new TrackExposure(desk, collectBar, announce, publishAccount, settings);
        ActOnce actOnce = new ActOnce(desk, announce, publishAccount, ports.audit(), ports.answers(), ports.clock());
        ReadAccount readAccount = new CommittedRead(ports.accounts(), desk, ports.transactions());
        carryOut = new CarryOutCommand(
                new CommittedHalt(actOnce, ports.transactions()),
                new CommittedReset(actOnce, desk, ports.transactions()),
                new CommittedClose(actOnce, ports.transactions()),
                new CommittedOrder(actOnce, ports.transactions()),
                new CommittedCancel(actOnce, ports.transactions()),
                new TellExecution(ports.execution()),
                new AskExecution(ports.execution()),
                readAccount);
        keepLease = new KeepLease(
                ports.execution(),
                doors.execution(),
                new CommittedEpoch(desk, readAccount, ports.transactions()),
                carryOut,
                ports.clock());
        watchSystem = new WatchSystem(readAccount, carryOut, ports.feed(), doors.feed(), settings, ports.clock());
    }

    public DecideBars decideBars() {
        return decideBars;
    }

    public CollectBar collectBar() {
        return collectBar;
    }

    public TrackExposure trackExposure() {
        return trackExposure;
    }

    public CarryOutCommand carryOut() {
        return carryOut;
    }

    public KeepLease keepLease() {
        return keepLease;
    }

    public WatchSystem watchSystem() {
        return watchSystem;
    }

    private static final class CommittedRead extends ReadAccount {

        private final Transactions transactions;

        CommittedRead(Accounts accounts, AccountDesk desk, Transactions transactions) {
            super(accounts, desk);
            this.transactions = transactions;
        }

        @Override
        public Snapshot now() {
            return transactions.required(super::now);
        }
    }

    private static final class CommittedHalt extends HaltTrading {

        private final Transactions transactions;

        CommittedHalt(ActOnce actOnce, Transactions transactions) {
            super(actOnce);
            this.transactions = transactions;
        }

        @Override
        ActOnce.Performed on(Command command) {
            return transactions.required(() -> super.on(command));
        }
    }

    private static final class CommittedReset extends ResumeTrading {

        private final Transactions transactions;

        CommittedReset(ActOnce actOnce, AccountDesk desk, Transactions transactions) {
            super(actOnce, desk);
            this.transactions = transactions;
        }

        @Override
        ActOnce.Performed on(Command command, List<CheckItem> checklist, long seenEpoch) {
            return transactions.required(() -> super.on(command, checklist, seenEpoch));
        }
    }

    private static final class CommittedClose extends ClosePosition {

        private final Transactions transactions;

        CommittedClose(ActOnce actOnce, Transactions transactions) {
            super(actOnce);
            this.transactions = transactions;
        }

        @Override
        ActOnce.Performed on(Command command) {
            return transactions.required(() -> super.on(command));
        }
    }

    private static final class CommittedOrder extends PlaceOrder {

        private final Transactions transactions;

        CommittedOrder(ActOnce actOnce, Transactions transactions) {
            super(actOnce);
            this.transactions = transactions;
        }

        @Override
        ActOnce.Performed on(Command command, PersonalOrder order) {
            return transactions.required(() -> super.on(command, order));
        }
    }

    private static final class CommittedCancel extends CancelOrders {

        private final Transactions transactions;

        CommittedCancel(ActOnce actOnce, Transactions transactions) {
            super(actOnce);
            this.transactions = transactions;
        }

        @Override
        ActOnce.Performed one(Command command, String orderId) {
            return transactions.required(() -> super.one(command, orderId));
        }

        @Override
        ActOnce.Performed all(Command command) {
            return transactions.required(() -> super.all(command));
        }
    }

    private static final class CommittedEpoch extends KeepLease.AgreeOnEpoch {

        private final Transactions transactions;

        CommittedEpoch(AccountDesk desk, ReadAccount readAccount, Transactions transactions) {
            super(desk, readAccount);
            this.transactions = transactions;
        }

        @Override
        Account seen(long epoch) {
            return transactions.required(() -> super.seen(epoch));
        }
    }
}
