package io.fluxhero.simulation.broker;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.BrokerUnavailable;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.Quote;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.simulation.world.Agenda;
import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Faults;
import io.fluxhero.simulation.world.Killed;
import io.fluxhero.simulation.world.Trace;
import io.fluxhero.simulation.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connection to a broker: what is asked may arrive, late or twice, and what is answered may not. */
public final class UnkindBroker implements SimulatedMarket {

    private static final int LONGEST_OUTAGE_CALLS = 6;
    private static final int LATEST_POST_MILLIS = 8_000;

    private final SimulatedMarket real;
    private final Books books;
    private final Agenda agenda;
    private final Faults faults;
    private final Chance chance;
    private final Trace trace;
    private final Set<String> unanswered = new HashSet<>();
    private final Map<String, String> lastFill = new HashMap<>();
    private final Set<Long> dropped = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private @Nullable Watcher watch;
    private int refusals;
    private long noticed;
    private boolean justPassed;

    public UnkindBroker(SimulatedMarket real, Books books, World world) {
        this.real = real;
        this.books = books;
        this.agenda = world.agenda();
        this.faults = world.faults();
        this.chance = world.chance().about("broker");
        this.trace = world.trace();
    }

    /** Lets somebody look on. */
    public void watch(Watcher watcher) {
        watch = watcher;
    }

    /** Who looks on. */
    public interface Watcher {

        /** An order leaves. */
        void leaves(NewOrder order);

        /** A bar is shown to the market. */
        void passes(Bar bar);

        /** An order that left earlier, and that the broker did not have, is taken. */
        void arrives(String clientOrderId);
    }

    @Override
    public Submission submit(NewOrder order) {
        String id = order.clientOrderId();
        trace.add("broker.submit", id, order.instruction().quantity());
        if (watch != null) {
            watch.leaves(order);
        }
        if (faults.strikes(Fault.KILLED_BEFORE_POST)) {
            throw new Killed();
        }
        if (isAway() || faults.strikes(Fault.TIMEOUT_NOT_ACCEPTED)) {
            return noAnswer(id);
        }
        if (faults.strikes(Fault.RATE_LIMITED)) {
            throw new BrokerUnavailable("429");
        }
        if (faults.strikes(Fault.LATE_POST)) {
            agenda.in(chance.below(LATEST_POST_MILLIS), () -> arrive(order));
            return noAnswer(id);
        }
        boolean opens = order.instruction().intent() == Intent.ENTRY;
        if (refused.contains(id) || (opens && !books.knows(id) && faults.strikes(Fault.ORDER_REFUSED))) {
            refused.add(id);
            return new Submission.Refused("INSUFFICIENT_BUYING_POWER", "the broker says no");
        }
        Submission answer = real.submit(order);
        if (faults.strikes(Fault.KILLED_AFTER_POST)) {
            throw new Killed();
        }
        if (faults.strikes(Fault.TIMEOUT_ACCEPTED)) {
            return noAnswer(id);
        }
        unanswered.remove(id);
        return answer;
    }

    private Submission noAnswer(String id) {
        unanswered.add(id);
        return new Submission.Unknown("timeout");
    }

    private void arrive(NewOrder order) {
        String id = order.clientOrderId();
        boolean known = books.knows(id);
        trace.add("broker.late-post", id, known ? 1 : 0);
        if (refused.contains(id)) {
            return;
        }
        Submission answer = real.submit(order);
        if (watch != null && !known && answer instanceof Submission.Taken) {
            watch.arrives(id);
        }
    }

    @Override
    public Answer cancel(String clientOrderId) {
        trace.add("broker.cancel", clientOrderId, 0);
        if (isAway()) {
            return Answer.UNKNOWN;
        }
        if (faults.planned(Fault.FILL_DURING_CANCEL)) {
            raceWithFill(clientOrderId);
        }
        if (faults.strikes(Fault.CANCEL_LOST)) {
            if (chance.odds(0.5)) {
                real.cancel(clientOrderId);
            }
            return Answer.UNKNOWN;
        }
        return real.cancel(clientOrderId);
    }

    /** A moment of trading at the last price, in which the order may fill. */
    private void raceWithFill(String id) {
        books.working().stream()
                .filter(held -> !held.isPosition() && held.ticket().orderId().equals(id))
                .map(held -> held.ticket().symbol())
                .findFirst()
                .flatMap(books::lastPrice)
                .filter(last -> faults.strikes(Fault.FILL_DURING_CANCEL))
                .ifPresent(last -> real.pass(momentAfter(last)));
    }

    private static Bar momentAfter(Mark last) {
        Instant at = last.barTime().plusMillis(1);
        BigDecimal price = last.close();
        return new Bar(
                last.symbol(),
                last.timeframe(),
                at,
                price,
                price,
                price,
                price,
                1_000,
                "moment",
                at.plus(Duration.ofMillis(1)));
    }

    @Override
    public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
        trace.add("broker.move-stop", stopOrderId, stopPrice.unscaledValue().longValue());
        if (isAway()) {
            return Answer.UNKNOWN;
        }
        if (faults.strikes(Fault.CANCEL_LOST)) {
            if (chance.odds(0.5)) {
                real.moveStop(stopOrderId, stopPrice);
            }
            return Answer.UNKNOWN;
        }
        return real.moveStop(stopOrderId, stopPrice);
    }

    @Override
    public Optional<BrokerOrder> find(String clientOrderId) {
        answerable();
        Optional<BrokerOrder> found = real.find(clientOrderId);
        trace.add("broker.find", clientOrderId, found.isPresent() ? 1 : 0);
        unanswered.remove(clientOrderId);
        if (found.isPresent() && faults.strikes(Fault.FIND_MISSES)) {
            return Optional.empty();
        }
        return found;
    }

    @Override
    public List<BrokerOrder> openOrders() {
        answerable();
        return real.openOrders();
    }

    @Override
    public BrokerAccount account() {
        answerable();
        return real.account();
    }

    @Override
    public Optional<Quote> quote(String symbol) {
        answerable();
        return real.quote(symbol);
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        answerable();
        boolean complete = justPassed;
        justPassed = false;
        List<BrokerReport> reports = new ArrayList<>(real.reportsAfter(sequence, limit));
        if (reports.isEmpty()) {
            return reports;
        }
        trace.add("broker.reports", "after", sequence);
        if (!complete && faults.strikes(Fault.REPORTS_LATE)) {
            reports.subList(chance.below(reports.size()), reports.size()).clear();
        }
        if (sequence > 0 && faults.strikes(Fault.REPORTS_AGAIN)) {
            reports.addAll(0, real.reportsAfter(Math.max(0, sequence - 1 - chance.below(4)), 2));
        }
        reports.removeIf(this::isDropped);
        reports.stream().filter(report -> report.sequence() > sequence).forEach(this::notice);
        reports.stream()
                .filter(report -> report.fact() instanceof BrokerReport.Accepted)
                .forEach(report -> unanswered.remove(report.fact().orderId()));
        return reports;
    }

    private boolean isDropped(BrokerReport report) {
        boolean first = report.sequence() > noticed && report.fact() instanceof BrokerReport.Filled;
        if (first && faults.strikes(Fault.REPORT_DROPPED)) {
            dropped.add(report.sequence());
        }
        return dropped.contains(report.sequence());
    }

    /** What some faults need to have happened before they count, and what may come of a fill later. */
    private void notice(BrokerReport report) {
        if (report.sequence() <= noticed) {
            return;
        }
        noticed = report.sequence();
        if (report.fact() instanceof BrokerReport.Filled filled) {
            if (unanswered.remove(report.fact().orderId())) {
                faults.hit(Fault.FILL_BEFORE_ANSWER);
            }
            String before = lastFill.put(filled.orderId(), filled.fill().fillId());
            if (before != null && !before.equals(filled.fill().fillId())) {
                faults.hit(Fault.PARTIAL_FILL);
            }
            if (faults.strikes(Fault.TRADE_BUST)) {
                String id = filled.fill().fillId();
                agenda.in(chance.below(LATEST_POST_MILLIS), () -> books.bust(id, report.at()));
            }
            if (faults.strikes(Fault.DUPLICATE_FILL)) {
                books.report(report.at(), filled);
            }
        }
    }

    @Override
    public Submission reset(String movementId, BigDecimal cash, String reason, Instant at) {
        trace.add("broker.reset", movementId, Micros.of(cash));
        if (faults.strikes(Fault.KILLED_BEFORE_POST)) {
            throw new Killed();
        }
        if (isAway() || faults.strikes(Fault.TIMEOUT_NOT_ACCEPTED)) {
            return new Submission.Unknown("timeout");
        }
        Submission answer = real.reset(movementId, cash, reason, at);
        if (faults.strikes(Fault.KILLED_AFTER_POST)) {
            throw new Killed();
        }
        return faults.strikes(Fault.TIMEOUT_ACCEPTED) ? new Submission.Unknown("timeout") : answer;
    }

    @Override
    public void pass(Bar bar) {
        answerable();
        trace.add("broker.pass", bar.symbol(), bar.openTime().toEpochMilli());
        if (watch != null) {
            watch.passes(bar);
        }
        real.pass(bar);
        justPassed = true;
    }

    private void answerable() {
        if (isAway()) {
            throw new BrokerUnavailable("the broker does not answer");
        }
    }

    private boolean isAway() {
        if (refusals > 0) {
            refusals--;
            return true;
        }
        if (faults.strikes(Fault.BROKER_AWAY)) {
            refusals = chance.below(LONGEST_OUTAGE_CALLS);
            return true;
        }
        return false;
    }
}
