package io.fluxhero.risk;

import io.fluxhero.outbox.Outbox;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.record.Records;
import java.time.Clock;

/** The use cases put together by hand, over ports of the caller's: for programs without a container. */
public final class RiskAssembly {

    private final DecideBars decideBars;
    private final CollectBar collectBar;
    private final TrackExposure trackExposure;
    private final HaltTrading haltTrading;
    private final ResumeTrading resumeTrading;
    private final ClosePosition closePosition;

    /** What the use cases need of the world outside. */
    public record Ports(
            Accounts accounts,
            BarInputs inputs,
            Records records,
            AuditTrail audit,
            Answers answers,
            Outbox outbox,
            Clock clock) {}

    public RiskAssembly(RiskSettings settings, Ports ports) {
        AccountDesk desk = new AccountDesk(ports.accounts(), settings);
        Dispatch dispatch = new Dispatch(ports.outbox());
        WordOrder wordOrder = new WordOrder(new ExplainOrder(ports.inputs()), settings);
        AnnounceDecisions announce = new AnnounceDecisions(wordOrder, dispatch, ports.records(), settings);
        PublishAccount publishAccount = new PublishAccount(dispatch, settings);
        ActOnce actOnce = new ActOnce(desk, announce, publishAccount, ports.audit(), ports.answers(), ports.clock());
        decideBars = new DecideBars(
                desk, ports.inputs(), announce, publishAccount, dispatch, ports.records(), settings, ports.clock());
        collectBar = new CollectBar(desk, ports.inputs(), decideBars, announce, settings, ports.clock());
        trackExposure = new TrackExposure(desk, collectBar, announce, publishAccount, settings);
        haltTrading = new HaltTrading(actOnce);
        resumeTrading = new ResumeTrading(actOnce);
        closePosition = new ClosePosition(actOnce);
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

    public HaltTrading haltTrading() {
        return haltTrading;
    }

    public ResumeTrading resumeTrading() {
        return resumeTrading;
    }

    public ClosePosition closePosition() {
        return closePosition;
    }
}
