package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarInput;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.bar.BarSequence;
import io.fluxhero.risk.domain.bar.ReadyBar;
import io.fluxhero.risk.domain.bar.ReceivedSignal;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.risk.domain.record.DecisionRecord.Outcome;
import io.fluxhero.risk.domain.record.EquityPoint;
import io.fluxhero.risk.domain.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Decides bar times in strict order, each once and as soon as nothing is missing, or as patience ends. */
@ApplicationScoped
public class DecideBars {

    private static final Logger LOG = Logger.getLogger(DecideBars.class);
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");

    private final AccountDesk desk;
    private final BarInputs inputs;
    private final BarSequence sequence;
    private final AnnounceDecisions announce;
    private final PublishAccount publishAccount;
    private final Dispatch dispatch;
    private final Records records;
    private final RiskSettings settings;
    private final Clock clock;
    private final Transactions transactions;

    DecideBars(
            AccountDesk desk,
            BarInputs inputs,
            AnnounceDecisions announce,
            PublishAccount publishAccount,
            Dispatch dispatch,
            Records records,
            RiskSettings settings,
            Clock clock,
            Transactions transactions) {
        this.desk = desk;
        this.inputs = inputs;
        this.sequence = new BarSequence(inputs, settings.symbols(), settings.grace());
        this.announce = announce;
        this.publishAccount = publishAccount;
        this.dispatch = dispatch;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Decides every bar time that may be decided at this moment, in the transaction of what completed it. */
    public void ready() {
        Account account = desk.lock();
        Optional<ReadyBar> next = sequence.next(clock.instant());
        while (next.isPresent()) {
            account = decide(account, next.get());
            next = sequence.next(clock.instant());
        }
    }

    /** The same in a transaction of its own, at the price of one look where nothing waits. */
    public void overdue() {
        transactions.run(() -> {
            if (inputs.anySettled()) {
                ready();
            }
        });
    }

    private Account decide(Account account, ReadyBar bar) {
        Portfolio portfolio = desk.portfolioOf(account);
        Instant barTime = bar.barTime();
        Occasion occasion = occasion(bar);
        List<Decision> decisions =
                portfolio.onBars(barTime.toEpochMilli(), sessionDay(barTime), settledBars(bar, occasion));
        String by = Objects.requireNonNullElse(portfolio.state().haltTrigger(), "");
        Account decided = desk.keepDecided(account, portfolio, barTime, Account.Change.of(occasion.occurredAt(), by));
        ignoreUnlisted(account, bar);
        inputs.forgetUpTo(barTime);
        AnnounceDecisions.Announced announced = announce.announce(decisions, occasion, decided);
        dispatch.send(List.of(barDecided(bar, occasion)));
        publishAccount.after(occasion, portfolio);
        announce.raise(announced.alerts());
        AccountFigures figures = AccountFigures.of(portfolio);
        records.add(equityPoint(barTime, figures));
        logDecided(bar, announced, figures);
        return decided;
    }

    private Occasion occasion(ReadyBar bar) {
        String cause = settings.timeframe().code() + "@" + bar.barTime();
        Instant closed = bar.barTime().plusSeconds(settings.timeframe().seconds());
        return new Occasion(cause, bar.barTime(), closed, bar.correlationId(), bar::correlationId, null);
    }

    private BarDecided barDecided(ReadyBar bar, Occasion occasion) {
        Meta meta = new Meta(
                Ids.derive("msg", "bar-decided", settings.account(), occasion.cause()),
                occasion.correlationId(),
                occasion.occurredAt());
        return new BarDecided(meta, settings.account(), bar.barTime(), bar.waitedInVain());
    }

    private List<SettledBar> settledBars(ReadyBar bar, Occasion occasion) {
        boolean isTooLate = settings.time().isTooLate(occasion.occurredAt(), clock.instant());
        return bar.inputs().stream().map(input -> settledBar(input, isTooLate)).toList();
    }

    private SettledBar settledBar(BarInput input, boolean isTooLate) {
        List<SettledBar.Identified> signals = new ArrayList<>();
        for (ReceivedSignal received : input.listedSignals()) {
            if (isTooLate && received.signal() instanceof Signal.Entry) {
                LOG.warnf("signal.expired symbol=%s signal=%s", received.symbol(), received.signalId());
                records.add(DecisionRecord.without(
                        received, Outcome.EXPIRED, "its bar was decided too late for an order to be sent in time"));
            } else {
                signals.add(new SettledBar.Identified(received.signalId(), received.signal()));
            }
        }
        return new SettledBar(input.symbol(), input.close().orElseThrow(), input.atr(), List.copyOf(signals));
    }

    /** Every signal has one outcome, those too that no strategy speaks for. */
    private void ignoreUnlisted(Account before, ReadyBar bar) {
        for (ReceivedSignal received : inputs.signals(before.decidedUpTo(), bar.barTime())) {
            if (!bar.lists(received)) {
                LOG.warnf("signal.unlisted symbol=%s signal=%s", received.symbol(), received.signalId());
                records.add(DecisionRecord.unlisted(received));
            }
        }
    }

    private static EquityPoint equityPoint(Instant barTime, AccountFigures figures) {
        return new EquityPoint(
                barTime,
                Micros.toDecimal(figures.equity()),
                Micros.toDecimal(figures.cash()),
                Micros.toDecimal(figures.exposure()),
                figures.drawdownPct());
    }

    private static long sessionDay(Instant barTime) {
        return LocalDate.ofInstant(barTime, EXCHANGE).toEpochDay();
    }

    private static void logDecided(ReadyBar bar, AnnounceDecisions.Announced announced, AccountFigures figures) {
        LOG.logf(
                bar.waitedInVain() ? Logger.Level.WARN : Logger.Level.INFO,
                "bar.decided bar=%s symbols=%d orders=%d alerts=%d equity=%s waitedInVain=%s",
                bar.barTime(),
                bar.inputs().size(),
                announced.orders().size(),
                announced.alerts().size(),
                Micros.toDecimal(figures.equity()),
                bar.waitedInVain());
    }
}
