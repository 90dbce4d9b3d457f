package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Carries out what a person orders: once per request, with an audit entry whatever comes of it. */
@ApplicationScoped
class ActOnce {

    private static final Logger LOG = Logger.getLogger(ActOnce.class);

    private final AccountDesk desk;
    private final AnnounceDecisions announce;
    private final Dispatch dispatch;
    private final PublishAccount publishAccount;
    private final AuditTrail audit;
    private final Answers answers;
    private final Clock clock;
    private final Transactions transactions;

    ActOnce(
            AccountDesk desk,
            AnnounceDecisions announce,
            Dispatch dispatch,
            PublishAccount publishAccount,
            AuditTrail audit,
            Answers answers,
            Clock clock,
            Transactions transactions) {
        this.desk = desk;
        this.announce = announce;
        this.dispatch = dispatch;
        this.publishAccount = publishAccount;
        this.audit = audit;
        this.answers = answers;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** One request on its way. */
    record Request(String id, Command command, Instant at, Instant barTime) {

        long barMillis() {
            return barTime.toEpochMilli();
        }
    }

    /** The act itself. */
    interface Act {

        /** Why it cannot be done now, empty where it can. */
        Optional<Refusal> refusal(Account account);

        List<Decision> carryOut(Account account, Portfolio portfolio, Request request);

        /** What execution is asked for beside the orders that follow from the decisions. */
        default List<OrderMessage> asks(Account account, Request request) {
            return List.of();
        }

        /** What was done, in words. */
        default String inWords(Account before, CommandOutcome outcome) {
            return "closing " + outcome.closed().size() + " positions, cancelling "
                    + outcome.cancelled().size() + " orders";
        }
    }

    /**
     * Why nothing is done.
     *
     * @param checklist of a resumption or a reset, empty otherwise
     */
    record Refusal(Code code, String detail, List<CheckItem> checklist) {

        Refusal(Code code, String detail) {
            this(code, detail, List.of());
        }
    }

    /**
     * An act that is in the books.
     *
     * @param orders its messages, which the outbox has too; empty where the request was a repetition
     */
    record Performed(CommandOutcome outcome, List<OrderMessage> orders) {}

    /** Performs it in a transaction of its own. */
    Performed perform(Command command, Act act) {
        return transactions.call(() -> performed(command, act));
    }

    private Performed performed(Command command, Act act) {
        Account account = desk.lock();
        String key = command.idempotencyKey();
        Optional<Answers.Answer> given = key == null ? Optional.empty() : answers.find(key);
        if (given.isPresent()) {
            return new Performed(repeated(given.get(), command, account), List.of());
        }
        Performed performed = firstTime(command, act, account);
        Code code = performed.outcome().code();
        if (key != null && (code == Code.DONE || code == Code.DENIED)) {
            answers.remember(key, new Answers.Answer(command.fingerprint(), performed.outcome()));
        }
        return performed;
    }

    private CommandOutcome repeated(Answers.Answer given, Command command, Account account) {
        if (given.fingerprint().equals(command.fingerprint())) {
            return given.outcome();
        }
        Refusal reused = new Refusal(Code.KEY_REUSED, "this Idempotency-Key was used for another request");
        return refused(request(command, account), reused, account);
    }

    private CommandOutcome refused(Request request, Refusal refusal, Account account) {
        String unchanged = inWords(account, desk.portfolioOf(account));
        audited(request, unchanged, unchanged, "refused: " + refusal.code());
        return CommandOutcome.refused(
                request.id(),
                refusal.code(),
                refusal.detail(),
                account.state().status().name(),
                refusal.checklist());
    }

    private Performed firstTime(Command command, Act act, Account account) {
        Request request = request(command, account);
        Optional<Refusal> refusal = act.refusal(account);
        if (refusal.isPresent()) {
            return new Performed(refused(request, refusal.get(), account), List.of());
        }
        Portfolio portfolio = desk.portfolioOf(account);
        String before = inWords(account, portfolio);
        List<Decision> decisions = act.carryOut(account, portfolio, request);
        boolean isReset = command.action() == Command.Action.RESUME;
        Account after = desk.keep(
                account,
                portfolio,
                new Account.Change(request.at(), command.by().name(), isReset));
        Occasion occasion = occasion(request);
        AnnounceDecisions.Announced announced = announce.announce(decisions, occasion, after);
        List<OrderMessage> sent = new ArrayList<>(announced.orders());
        sent.addAll(asked(act.asks(account, request)));
        publishAccount.after(occasion, portfolio);
        announce.raise(announced.alerts());
        CommandOutcome outcome = outcome(request, decisions, after.state());
        outcome = outcome.code() == Code.DONE ? outcome.saying(act.inWords(account, outcome)) : outcome;
        audited(
                request,
                before,
                inWords(after, portfolio),
                outcome.code().name().toLowerCase(Locale.ROOT) + ": " + outcome.detail());
        return new Performed(outcome, sent);
    }

    private List<OrderMessage> asked(List<OrderMessage> messages) {
        dispatch.send(messages);
        return messages;
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
                new Occasion.Person(command.by().name(), command.reason(), command.closesAll()));
    }

    private static CommandOutcome outcome(Request request, List<Decision> decisions, AccountState after) {
        List<Decision.Approved> approved = decisions.stream()
                .filter(Decision.Approved.class::isInstance)
                .map(Decision.Approved.class::cast)
                .toList();
        List<Ticket> tickets = approved.stream().map(Decision.Approved::ticket).toList();
        List<String> cancelled = decisions.stream()
                .filter(Decision.Cancel.class::isInstance)
                .map(decision -> ((Decision.Cancel) decision).orderId())
                .toList();
        Optional<Decision.Denied> denied = decisions.stream()
                .filter(Decision.Denied.class::isInstance)
                .map(Decision.Denied.class::cast)
                .findFirst();
        return new CommandOutcome(
                request.id(),
                denied.isPresent() ? Code.DENIED : Code.DONE,
                denied.map(no -> no.code() + ": " + no.detail()).orElse(""),
                after.status().name(),
                tickets.stream()
                        .filter(ticket -> ticket.intent() != Intent.ENTRY)
                        .map(Ticket::symbol)
                        .toList(),
                tickets.stream().map(Ticket::orderId).toList(),
                cancelled,
                denied.map(no -> WordOrder.decimals(no.figures())).orElseGet(() -> figures(approved)),
                List.of());
    }

    /** Of a single order: its size, and of an entry what the limits saw. */
    private static Map<String, BigDecimal> figures(List<Decision.Approved> approved) {
        if (approved.size() != 1) {
            return Map.of();
        }
        Ticket ticket = approved.getFirst().ticket();
        Map<String, BigDecimal> figures =
                ticket.intent() == Intent.ENTRY ? EntryFigures.of(approved.getFirst()) : new TreeMap<>();
        figures.put("quantity", BigDecimal.valueOf(ticket.shares()));
        return figures;
    }

    private void audited(Request request, String before, String after, String result) {
        Command command = request.command();
        audit.append(new AuditEntry.Act(
                request.at(),
                command.by().name(),
                command.by().role(),
                command.action().name(),
                command.reason(),
                before,
                after,
                result));
        LOG.infof(
                "act.audited action=%s by=\"%s\" reason=\"%s\" result=\"%s\" request=%s",
                command.action(), command.by().name(), command.reason(), result, request.id());
    }

    private static String inWords(Account account, Portfolio portfolio) {
        AccountState state = portfolio.state();
        String positions = state.positions().stream()
                .map(position -> position.symbol() + ":" + position.side().sign() * position.shares())
                .collect(Collectors.joining(","));
        return "revision=" + account.revision() + " epoch=" + account.latch().epoch() + " status=" + state.status()
                + " equity="
                + Micros.toDecimal(portfolio.equityMicros()) + " positions=[" + positions + "] pending="
                + state.pending().size();
    }
}
