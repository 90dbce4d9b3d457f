package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Carries out what a person orders: once per request, with an audit entry whatever comes of it. */
@ApplicationScoped
class ActOnce {

    private static final Logger LOG = Logger.getLogger(ActOnce.class);

    private final AccountDesk desk;
    private final AnnounceDecisions announce;
    private final PublishAccount publishAccount;
    private final AuditTrail audit;
    private final Answers answers;
    private final Clock clock;

    ActOnce(
            AccountDesk desk,
            AnnounceDecisions announce,
            PublishAccount publishAccount,
            AuditTrail audit,
            Answers answers,
            Clock clock) {
        this.desk = desk;
        this.announce = announce;
        this.publishAccount = publishAccount;
        this.audit = audit;
        this.answers = answers;
        this.clock = clock;
    }

    /** One request on its way. */
    record Request(String id, Command command, Instant at, Instant barTime) {}

    /** The act itself. */
    interface Act {

        /** Why it cannot be done now, empty where it can. */
        Optional<Refusal> refusal(Portfolio portfolio);

        List<Decision> carryOut(Portfolio portfolio, Request request);
    }

    /** Why nothing is done. */
    record Refusal(Code code, String detail) {}

    CommandOutcome perform(Command command, Act act) {
        Account account = desk.lock();
        String key = command.idempotencyKey();
        Optional<Answers.Answer> given = key == null ? Optional.empty() : answers.find(key);
        if (given.isPresent()) {
            return repeated(given.get(), command, account);
        }
        CommandOutcome outcome = firstTime(command, act, account);
        if (key != null && outcome.code() == Code.DONE) {
            answers.remember(key, new Answers.Answer(command.fingerprint(), outcome));
        }
        return outcome;
    }

    private static CommandOutcome repeated(Answers.Answer given, Command command, Account account) {
        return given.fingerprint().equals(command.fingerprint())
                ? given.outcome()
                : CommandOutcome.refused(
                        given.outcome().requestId(),
                        Code.KEY_REUSED,
                        "this Idempotency-Key was used for another request",
                        account.state().status().name());
    }

    private CommandOutcome firstTime(Command command, Act act, Account account) {
        Request request = request(command, account);
        Portfolio portfolio = desk.portfolioOf(account);
        String before = inWords(account, portfolio);
        Optional<Refusal> refusal = act.refusal(portfolio);
        if (refusal.isPresent()) {
            audited(request, before, before, "refused: " + refusal.get().code());
            return CommandOutcome.refused(
                    request.id(),
                    refusal.get().code(),
                    refusal.get().detail(),
                    account.state().status().name());
        }
        List<Decision> decisions = act.carryOut(portfolio, request);
        Account after = desk.keep(account, portfolio);
        Occasion occasion = occasion(request);
        AnnounceDecisions.Announced announced = announce.announce(decisions, occasion, after.state());
        publishAccount.after(occasion, portfolio);
        announce.raise(announced.alerts());
        CommandOutcome outcome = outcome(request, decisions, after.state());
        audited(request, before, inWords(after, portfolio), "done: " + outcome.detail());
        return outcome;
    }

    private Request request(Command command, Account account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String id = Ids.derive(
                "req",
                account.name(),
                command.action(),
                command.idempotencyKey() == null ? account.revision() + "@" + now : command.idempotencyKey());
        Instant barTime = account.decidedUpTo() == null ? now.truncatedTo(ChronoUnit.MILLIS) : account.decidedUpTo();
        return new Request(id, command, now, barTime);
    }

    private static Occasion occasion(Request request) {
        Command command = request.command();
        String correlationId = command.correlationId();
        return new Occasion(
                request.id(),
                request.barTime(),
                request.at(),
                correlationId,
                symbol -> correlationId,
                new Occasion.Person(command.requestedBy(), command.reason(), command.flatten(), command.symbol()));
    }

    private static CommandOutcome outcome(Request request, List<Decision> decisions, AccountState after) {
        List<Decision.Approved> closing = decisions.stream()
                .filter(Decision.Approved.class::isInstance)
                .map(Decision.Approved.class::cast)
                .toList();
        List<String> cancelled = decisions.stream()
                .filter(Decision.Cancel.class::isInstance)
                .map(decision -> ((Decision.Cancel) decision).orderId())
                .toList();
        List<String> symbols =
                closing.stream().map(approved -> approved.ticket().symbol()).toList();
        return new CommandOutcome(
                request.id(),
                Code.DONE,
                "closing " + symbols.size() + " positions, cancelling " + cancelled.size() + " orders",
                after.status().name(),
                symbols,
                closing.stream().map(approved -> approved.ticket().orderId()).toList(),
                cancelled);
    }

    private void audited(Request request, String before, String after, String result) {
        Command command = request.command();
        audit.append(new AuditEntry.Act(
                request.at(), command.requestedBy(), command.action().name(), command.reason(), before, after, result));
        LOG.infof(
                "act.audited action=%s by=\"%s\" reason=\"%s\" result=\"%s\" request=%s",
                command.action(), command.requestedBy(), command.reason(), result, request.id());
    }

    private static String inWords(Account account, Portfolio portfolio) {
        AccountState state = portfolio.state();
        String positions = state.positions().stream()
                .map(position -> position.symbol() + ":" + position.side().sign() * position.shares())
                .collect(Collectors.joining(","));
        return "revision=" + account.revision() + " status=" + state.status() + " equity="
                + Micros.toDecimal(portfolio.equityMicros()) + " positions=[" + positions + "] pending="
                + state.pending().size();
    }
}
