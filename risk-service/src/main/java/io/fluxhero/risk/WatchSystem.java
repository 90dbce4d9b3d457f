package io.fluxhero.risk;

import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.execution.ExecutionState;
import io.fluxhero.risk.domain.feed.FeedDoor;
import io.fluxhero.risk.domain.feed.FeedSilence;
import io.fluxhero.risk.domain.feed.MarketFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops trading where the system itself is no longer to be trusted: execution and the broker disagree, the broker fails
 * again and again, or the feed is silent while something is held. Positions are closed too, except where it is not sure
 * what is held: then a person has to look first.
 */
@ApplicationScoped
public class WatchSystem {

    private static final int BROKER_ERRORS = 3;

    private final ReadAccount readAccount;
    private final CarryOutCommand carryOut;
    private final MarketFeed feed;
    private final FeedDoor feedDoor;
    private final RiskSettings settings;
    private final Clock clock;
    private final FeedSilence silence;

    WatchSystem(
            ReadAccount readAccount,
            CarryOutCommand carryOut,
            MarketFeed feed,
            FeedDoor feedDoor,
            RiskSettings settings,
            Clock clock) {
        this.readAccount = readAccount;
        this.carryOut = carryOut;
        this.feed = feed;
        this.feedDoor = feedDoor;
        this.settings = settings;
        this.clock = clock;
        this.silence = new FeedSilence(TradingCalendar.nyse(), clock.instant());
    }

    private record Fault(String reason, boolean closesAll) {}

    /** Judges what was heard of execution, and the feed where bars come in real time. */
    public void judge(KeepLease.Report report) {
        Optional<Fault> broken = fault(report.execution());
        if (broken.isEmpty() && !settings.time().isRealTime()) {
            return;
        }
        Account account = readAccount.now().account();
        if (!account.isLatched()) {
            broken.or(() -> silentFeed(account)).ifPresent(fault -> stop(fault, account));
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

    private Optional<Fault> silentFeed(Account account) {
        if (!settings.time().isRealTime() || account.state().positions().isEmpty()) {
            return Optional.empty();
        }
        feed.lastTickAt().ifPresent(silence::heard);
        Instant now = clock.instant();
        Duration silent = silence.until(now);
        return silent.compareTo(feedDoor.staleAfter()) > 0
                ? Optional.of(
                        new Fault("the feed is silent for " + silent.toSeconds() + " s with open positions", true))
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
