package io.fluxhero.risk;

import io.fluxhero.outbox.Outbox;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import io.fluxhero.risk.domain.feed.FeedDoor;
import io.fluxhero.risk.domain.feed.MarketFeed;
import io.fluxhero.risk.domain.record.Records;
import java.time.Clock;

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

    public RiskAssembly(RiskSettings settings, Doors doors, Ports ports) {
        AccountDesk desk = new AccountDesk(ports.accounts(), settings);
        Dispatch dispatch = new Dispatch(ports.outbox());
        WordOrder wordOrder = new WordOrder(new ExplainOrder(ports.inputs()), settings);
        AnnounceDecisions announce = new AnnounceDecisions(wordOrder, dispatch, ports.records(), settings);
        PublishAccount publishAccount = new PublishAccount(dispatch, settings);
        decideBars = new DecideBars(
                desk,
                ports.inputs(),
                announce,
                publishAccount,
                dispatch,
                ports.records(),
                settings,
                ports.clock(),
                ports.transactions());
        collectBar = new CollectBar(desk, ports.inputs(), decideBars, ports.records(), settings, ports.clock());
        trackExposure = new TrackExposure(desk, collectBar, announce, publishAccount, ports.records(), settings);
        ActOnce actOnce = new ActOnce(
                desk,
                announce,
                dispatch,
                publishAccount,
                ports.audit(),
                ports.answers(),
                ports.clock(),
                ports.transactions());
        ReadAccount readAccount = new ReadAccount(ports.accounts(), desk, ports.transactions());
        carryOut = carryOut(actOnce, desk, readAccount, ports);
        keepLease = new KeepLease(
                ports.execution(), doors.execution(), desk, readAccount, ports.transactions(), carryOut, ports.clock());
        watchSystem = new WatchSystem(readAccount, carryOut, ports.feed(), doors.feed(), settings, ports.clock());
    }

    private static CarryOutCommand carryOut(ActOnce actOnce, AccountDesk desk, ReadAccount readAccount, Ports ports) {
        return new CarryOutCommand(
                new HaltTrading(actOnce),
                new ResumeTrading(actOnce, desk, ports.transactions()),
                new ResetPaperAccount(actOnce),
                new ClosePosition(actOnce),
                new PlaceOrder(actOnce),
                new CancelOrders(actOnce),
                new TellExecution(ports.execution()),
                new AskExecution(ports.execution()),
                readAccount);
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
}
