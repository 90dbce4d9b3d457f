package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.contracts.fill.ExternalPositionSeen;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderAccepted;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderExpired;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.contracts.fill.OrderStateChanged;
import io.fluxhero.contracts.fill.OrderStatus;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.contracts.order.FlattenRequested;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderDenied;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.order.PaperResetRequested;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.strategy.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives every recorded fill and bar to a new account, and people's acts where the audit trail says they belong; compares
 * what it orders, message by message, with what is on the topic.
 */
final class AccountReplay {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private final Terms terms;
    private final Window window;
    private final Portfolio portfolio;
    private final OrderWords words;
    private final Map<String, Signal> signals = new HashMap<>();
    private final Map<Instant, Map<String, IndicatorsUpdated>> answers = new HashMap<>();
    private final Map<Instant, Integer> settlements = new HashMap<>();
    private final Map<Instant, TreeMap<String, BarSettled>> settled = new HashMap<>();
    private final Map<Instant, BarDecided> decided = new HashMap<>();
    private final PersonsActs persons;
    private final Deque<Act> acts;
    private final Deque<Recorded<OrderMessage>> onRecord = new ArrayDeque<>();
    private Instant decidedUpTo = Instant.MIN;
    private long orders;
    private long denials;
    private long otherMessages;

    /**
     * What does not stand on the topics.
     *
     * @param configHash as the messages carry it
     * @param requests ids of requests that people made
     * @param tooLate signals that came or were decided too late by the clock, which nothing can decide again
     */
    record Terms(
            String account,
            Timeframe timeframe,
            RiskConfig config,
            String configHash,
            long initialCashMicros,
            List<Act> acts,
            Collection<String> requests,
            Set<String> tooLate) {}

    AccountReplay(Terms terms, Window window) {
        this.terms = terms;
        this.window = window;
        this.acts = new ArrayDeque<>(terms.acts());
        this.persons = new PersonsActs(terms.account(), terms.requests());
        this.portfolio = Portfolio.starting(
                terms.config(), (cause, leg) -> Ids.derive("ord", cause, leg), terms.initialCashMicros());
        this.words = new OrderWords(
                terms.account(),
                terms.timeframe().code(),
                terms.configHash(),
                id -> Optional.ofNullable(signals.get(id)));
    }

    long orders() {
        return orders;
    }

    long denials() {
        return denials;
    }

    /** Stops that moved, cancellations, decided bars. */
    long otherMessages() {
        return otherMessages;
    }

    /** The first difference. */
    Optional<Difference> compare(Recording recording) throws CannotCheck {
        remember(recording);
        for (Recorded<FillMessage> fill : recording.fills()) {
            Optional<Difference> difference = due();
            if (difference.isEmpty() && fill.message().account().equals(terms.account())) {
                difference = take(fill);
            }
            if (difference.isPresent() || onRecord.isEmpty()) {
                return difference;
            }
        }
        Optional<Difference> difference = due();
        if (difference.isEmpty() && !acts.isEmpty() && onRecord.isEmpty()) {
            Act next = acts.getFirst();
            throw new CannotCheck(next.action() + " of " + next.actor() + " at " + next.time()
                    + " found the account as it never was here: " + next.account());
        }
        return difference;
    }

    private void remember(Recording recording) {
        recording.signals().forEach(signal -> signals.put(signal.id(), HeardSignal.of(signal.message())));
        for (Recorded<IndicatorMessage> recorded : recording.indicators()) {
            if (recorded.message() instanceof IndicatorsUpdated answer && isOurs(answer.timeframe())) {
                answers.computeIfAbsent(answer.barTime(), time -> new HashMap<>())
                        .put(answer.symbol(), answer);
            }
        }
        for (Recorded<FillMessage> recorded : recording.fills()) {
            if (recorded.message() instanceof BarSettled bar && isOurs(bar.timeframe())) {
                settlements.merge(bar.barTime(), 1, Integer::sum);
            }
        }
        for (Recorded<OrderMessage> recorded : recording.orders()) {
            if (recorded.message().account().equals(terms.account())) {
                onRecord.add(recorded);
                if (recorded.message() instanceof BarDecided bar) {
                    decided.put(bar.barTime(), bar);
                }
            }
        }
    }

    /**
     * What people did here: an act belongs before every decision that was sent later than it, and where the account
     * stood as the audit trail says.
     */
    private Optional<Difference> due() throws CannotCheck {
        Optional<Difference> difference = Optional.empty();
        while (difference.isEmpty() && !acts.isEmpty() && isDue(acts.getFirst())) {
            difference = act(acts.removeFirst());
        }
        return difference;
    }

    private boolean isDue(Act act) {
        Recorded<OrderMessage> next = onRecord.peekFirst();
        boolean wasDecidedBefore = next != null
                && !next.message().meta().occurredAt().equals(act.time())
                && next.sentAt().isBefore(act.time());
        return !wasDecidedBefore && PersonsActs.inWords(portfolio).equals(act.account());
    }

    private Optional<Difference> take(Recorded<FillMessage> recorded) throws CannotCheck {
        switch (recorded.message()) {
            case OrderFilled fill -> {
                List<Decision> decisions = portfolio.onExecution(execution(fill));
                if (fill.remainingQuantity() == 0) {
                    portfolio.onOrderEnded(fill.orderId());
                }
                return expect(decisions, ofFill(fill));
            }
            case OrderCancelled cancelled -> portfolio.onOrderEnded(cancelled.orderId());
            case OrderRejected rejected -> portfolio.onOrderEnded(rejected.orderId());
            case OrderExpired expired -> portfolio.onOrderEnded(expired.orderId());
            case OrderStateChanged changed -> {
                if (changed.state() == OrderStatus.FAILED) {
                    portfolio.onOrderEnded(changed.orderId());
                }
            }
            case ExternalPositionSeen seen ->
                portfolio.onExternal(seen.symbol(), seen.shares(), seen.price() == null ? 0 : Micros.of(seen.price()));
            case CashMoved moved -> portfolio.onCashMoved(Micros.of(moved.amount()));
            case BarSettled bar -> {
                return settle(bar, recorded.place());
            }
            case OrderAccepted accepted -> {
                // changes nothing
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> settle(BarSettled bar, String place) throws CannotCheck {
        Instant time = bar.barTime();
        if (!isOurs(bar.timeframe())) {
            return Optional.empty();
        }
        TreeMap<String, BarSettled> bars = settled.computeIfAbsent(time, any -> new TreeMap<>());
        bars.put(bar.symbol(), bar);
        if (bars.size() < Objects.requireNonNull(settlements.get(time))) {
            return Optional.empty();
        }
        if (!time.isAfter(decidedUpTo)) {
            throw new CannotCheck(bar.symbol() + " settled " + time + " after that had been decided (" + place
                    + "): what risk knew at that moment is not on record");
        }
        settled.remove(time);
        return decided.containsKey(time) ? decide(time, bars) : nothingMore();
    }

    private Optional<Difference> nothingMore() {
        // The run was read while it went on: this bar is not decided yet.
        onRecord.clear();
        return Optional.empty();
    }

    private Optional<Difference> decide(Instant time, TreeMap<String, BarSettled> bars) {
        Map<String, IndicatorsUpdated> answered = answers.getOrDefault(time, Map.of());
        List<SettledBar> inputs = bars.values().stream()
                .map(bar -> settledBar(bar, Optional.ofNullable(answered.get(bar.symbol()))))
                .toList();
        long day = LocalDate.ofInstant(time, EXCHANGE).toEpochDay();
        List<Decision> decisions = portfolio.onBars(time.toEpochMilli(), day, inputs);
        decidedUpTo = time;
        String first = bars.firstEntry().getValue().meta().correlationId();
        Occasion occasion = new Occasion(
                terms.timeframe().code() + "@" + time,
                time,
                time.plusSeconds(terms.timeframe().seconds()),
                symbol -> Optional.ofNullable(bars.get(symbol))
                        .map(bar -> bar.meta().correlationId())
                        .orElse(first));
        Optional<Difference> difference = expect(decisions, occasion);
        if (difference.isPresent()) {
            return difference;
        }
        Meta meta = new Meta(
                Ids.derive("msg", "bar-decided", terms.account(), occasion.cause()), first, occasion.occurredAt());
        boolean waited = Objects.requireNonNull(decided.get(time)).waitedInVain();
        return expect(new BarDecided(meta, terms.account(), time, waited), time);
    }

    private SettledBar settledBar(BarSettled bar, Optional<IndicatorsUpdated> answer) {
        List<SettledBar.Identified> identified = new ArrayList<>();
        answer.ifPresent(given -> given.verdict().signalIds().forEach(id -> {
            Signal signal = signals.get(id);
            if (signal != null && !terms.tooLate().contains(id)) {
                identified.add(new SettledBar.Identified(id, signal));
            }
        }));
        double atr = answer.map(given -> HeardSignal.number(given.atr())).orElse(Double.NaN);
        return new SettledBar(bar.symbol(), bar.close().doubleValue(), atr, identified);
    }

    private Optional<Difference> act(Act act) throws CannotCheck {
        List<OrderMessage> followed = onRecord.stream()
                .map(Recorded::message)
                .filter(message -> message.meta().occurredAt().equals(act.time()))
                .toList();
        String cause = persons.causeOf(act, followed);
        Instant barTime = decidedUpTo.equals(Instant.MIN) ? act.time() : decidedUpTo;
        List<Decision> decisions = persons.carryOut(act, portfolio, cause, barTime, followed);
        // The commands of record, and a denial that only says what a person wanted: inputs.
        onRecord.removeIf(recorded -> recorded.message().meta().occurredAt().equals(act.time())
                && (recorded.message() instanceof FlattenRequested
                        || recorded.message() instanceof PaperResetRequested
                        || recorded.message() instanceof OrderDenied));
        String correlation = followed.stream()
                .map(message -> message.meta().correlationId())
                .findFirst()
                .orElse("");
        return expect(decisions, new Occasion(cause, barTime, act.time(), any -> correlation));
    }

    private Optional<Difference> expect(List<Decision> decisions, Occasion occasion) {
        for (Decision decision : decisions) {
            Optional<OrderMessage> message = words.of(decision, occasion);
            Optional<Difference> difference = message.flatMap(again -> expect(again, occasion.barTime()));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> expect(OrderMessage again, Instant barTime) {
        Recorded<OrderMessage> recorded = onRecord.pollFirst();
        if (recorded == null) {
            return Optional.empty();
        }
        String what = again.getClass().getSimpleName();
        if (!recorded.message().getClass().equals(again.getClass())) {
            return Optional.of(new Difference(
                    barTime,
                    "order message",
                    "itself",
                    recorded.message().getClass().getSimpleName() + " " + Fields.inWords(recorded.message()),
                    what + " " + Fields.inWords(again),
                    recorded.place()));
        }
        if (window.holds(barTime)) {
            count(again);
            return Fields.firstDifference(what, barTime, recorded, again);
        }
        return Optional.empty();
    }

    private void count(OrderMessage message) {
        if (message instanceof OrderApproved) {
            orders++;
        } else if (message instanceof OrderDenied) {
            denials++;
        } else {
            otherMessages++;
        }
    }

    private static Occasion ofFill(OrderFilled fill) {
        return new Occasion(
                fill.fillId(),
                fill.barTime(),
                fill.meta().occurredAt(),
                any -> fill.meta().correlationId());
    }

    private static Execution execution(OrderFilled fill) {
        return new Execution(
                fill.orderId(),
                Objects.requireNonNullElse(fill.entryOrderId(), fill.orderId()),
                fill.symbol(),
                fill.barTime().toEpochMilli(),
                Intent.valueOf(fill.intent().name()),
                Side.valueOf(fill.positionSide().name()),
                fill.quantity(),
                Micros.of(fill.price()),
                Micros.of(fill.commission()),
                Micros.of(fill.slippage()));
    }

    private boolean isOurs(String timeframe) {
        return terms.timeframe().code().equals(timeframe);
    }
}
