package io.fluxhero.execution;

import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.BrokerUnavailable;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.Quote;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A broker behind a line that loses questions and answers, and reports that nobody asked for. */
final class FlakyBroker implements SimulatedMarket {

    /** What becomes of one call. */
    enum Fate {
        /** It arrives, and so does the answer. */
        WELL,
        /** It never arrives. */
        LOST,
        /** It arrives; the answer does not. */
        ANSWER_LOST,
        /** It arrives, and the broker says no. */
        REFUSED
    }

    private final SimulatedMarket broker;
    private final List<BrokerReport> forged = new ArrayList<>();
    final List<String> submitted = new ArrayList<>();
    private final List<NewOrder> underWay = new ArrayList<>();
    Runnable beforeCancel = () -> {};
    boolean cancelsNothing;
    long accountsAsked;
    Supplier<Fate> fate = () -> Fate.WELL;

    FlakyBroker(SimulatedMarket broker) {
        this.broker = broker;
    }

    /** Reports this after everything that happened so far. */
    void forge(BrokerReport.Fact fact) {
        List<BrokerReport> all = reportsAfter(0, Integer.MAX_VALUE);
        long last = all.isEmpty() ? 0 : all.getLast().sequence();
        forged.add(new BrokerReport(last + 1_000_000, Said.day(9), fact));
    }

    @Override
    public Submission submit(NewOrder order) {
        Fate now = fate.get();
        if (now == Fate.LOST) {
            underWay.add(order);
            return new Submission.Unknown("lost");
        }
        if (now == Fate.REFUSED) {
            return new Submission.Refused("NO", "not now");
        }
        submitted.add(order.clientOrderId());
        Submission answer = broker.submit(order);
        return now == Fate.WELL ? answer : new Submission.Unknown("no answer");
    }

    /** What was thought to be lost arrives. */
    void arrive() {
        underWay.forEach(broker::submit);
        underWay.clear();
    }

    @Override
    public Answer cancel(String clientOrderId) {
        beforeCancel.run();
        beforeCancel = () -> {};
        if (cancelsNothing) {
            return Answer.GONE;
        }
        return change(() -> broker.cancel(clientOrderId));
    }

    @Override
    public Submission reset(String movementId, BigDecimal cash, String reason, Instant at) {
        Fate now = fate.get();
        if (now == Fate.LOST) {
            return new Submission.Unknown("lost");
        }
        Submission answer = broker.reset(movementId, cash, reason, at);
        return now == Fate.WELL ? answer : new Submission.Unknown("no answer");
    }

    @Override
    public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
        return change(() -> broker.moveStop(stopOrderId, stopPrice));
    }

    private Answer change(Supplier<Answer> call) {
        Fate now = fate.get();
        if (now == Fate.LOST) {
            return Answer.UNKNOWN;
        }
        Answer answer = call.get();
        return now == Fate.WELL ? answer : Answer.UNKNOWN;
    }

    @Override
    public Optional<BrokerOrder> find(String clientOrderId) {
        return ask(() -> broker.find(clientOrderId));
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return ask(broker::openOrders);
    }

    @Override
    public BrokerAccount account() {
        accountsAsked++;
        return ask(broker::account);
    }

    @Override
    public Optional<Quote> quote(String symbol) {
        return broker.quote(symbol);
    }

    private <T> T ask(Supplier<T> question) {
        if (fate.get() != Fate.WELL) {
            throw new BrokerUnavailable("no answer");
        }
        return question.get();
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        List<BrokerReport> all = new ArrayList<>(broker.reportsAfter(sequence, limit));
        forged.stream().filter(report -> report.sequence() > sequence).forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public void pass(Bar bar) {
        if (fate.get() == Fate.LOST) {
            throw new BrokerUnavailable("lost");
        }
        broker.pass(bar);
    }
}
