package io.fluxhero.execution.paper;

import io.fluxhero.contracts.Ids;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.BrokerEvent;
import io.fluxhero.engine.simulation.SimulatedBroker;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerOrder.Status;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.PaperLedger;
import io.fluxhero.execution.domain.broker.Quote;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trades on paper. It keeps nothing in memory: every act opens the books, lets the engine's broker work on them and
 * writes down what changed and what happened, in a transaction of its own.
 */
public final class PaperBroker implements SimulatedMarket {

    private static final String EXPIRED = "EXPIRED";

    private final Transactions transactions;
    private final PaperLedger ledger;
    private final PaperTerms terms;

    /** A broker over these books. */
    public PaperBroker(Transactions transactions, PaperLedger ledger, PaperTerms terms) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.terms = terms;
    }

    @Override
    public Submission submit(NewOrder order) {
        return transactions.call(() -> {
            if (ledger.knows(order.clientOrderId())
                    || !ledger.reportsOf(order.clientOrderId()).isEmpty()) {
                return new Submission.Taken(brokerIdOf(order.clientOrderId()));
            }
            Intent intent = order.instruction().intent();
            if (intent == Intent.ENTRY && order.instruction().protectiveStop() == null) {
                return new Submission.Refused("NO_PROTECTIVE_STOP", "an entry without a stop is not taken");
            }
            return switch (intent) {
                case FLATTEN -> flatten(order);
                case PROTECTIVE_STOP -> protect(order);
                case ENTRY -> enter(order);
                case EXIT, TAKE_PROFIT -> take(order, arrivalOf(order));
            };
        });
    }

    private Submission enter(NewOrder order) {
        boolean waits = terms.hourlyClose() && order.instruction().type() == OrderType.MARKET && hasSeen(order);
        if (!waits) {
            return take(order, arrivalOf(order));
        }
        return HourlyEntries.releaseOf(order.at().plus(terms.latency()))
                .map(hour -> take(order, hour))
                .orElseGet(
                        () -> new Submission.Refused("AFTER_THE_CLOSE", "the session is over by the next full hour"));
    }

    private Submission take(NewOrder order, @Nullable Instant arrival) {
        act(order.instruction().symbol(), order.at(), broker -> broker.submit(PaperTickets.of(order, arrival)));
        return new Submission.Taken(brokerIdOf(order.clientOrderId()));
    }

    private @Nullable Instant arrivalOf(NewOrder order) {
        return terms.latency().isZero() || !hasSeen(order) ? null : order.at().plus(terms.latency());
    }

    /** Before the first bar nobody knows the time of the market. */
    private boolean hasSeen(NewOrder order) {
        return ledger.lastPrice(order.instruction().symbol()).isPresent();
    }

    /** Between bars there is no next open to wait for, perhaps ever: a flatten trades at the last price seen. */
    private Submission flatten(NewOrder order) {
        String symbol = order.instruction().symbol();
        Optional<Mark> last = ledger.lastPrice(symbol);
        if (last.isEmpty()) {
            return new Submission.Refused("NO_PRICE", "no price of " + symbol + " was ever seen");
        }
        take(order, null);
        double price = last.get().close().doubleValue();
        long time = last.get().barTime().toEpochMilli();
        act(symbol, order.at(), broker -> broker.fillNow(order.clientOrderId(), price, time));
        return new Submission.Taken(brokerIdOf(order.clientOrderId()));
    }

    /** The stop of a position works where it is told; the position keeps it under its own id. */
    private Submission protect(NewOrder order) {
        String id = order.clientOrderId();
        Optional<WorkingOrder> held = ledger.working(order.instruction().symbol()).stream()
                .filter(one -> one.isPosition() && Order.orderIdOf(id).startsWith(stopIdOf(one)))
                .findFirst();
        BigDecimal stop = order.instruction().stopPrice();
        if (held.isEmpty() || stop == null) {
            return new Submission.Refused("NO_POSITION", "there is nothing to protect, or no price");
        }
        move(held.get(), stop);
        ledger.report(order.at(), new BrokerReport.Accepted(id, brokerIdOf(id)));
        return new Submission.Taken(brokerIdOf(id));
    }

    private void move(WorkingOrder held, BigDecimal stop) {
        act(held.ticket().symbol(), Instant.EPOCH, broker -> {
            broker.moveStop(held.ticket().symbol(), held.ticket().orderId(), Micros.of(stop));
            return List.of();
        });
    }

    @Override
    public Answer cancel(String clientOrderId) {
        return transactions.call(() -> {
            Optional<WorkingOrder> held = ledger.working().stream()
                    .filter(one -> !one.isPosition() && one.ticket().orderId().equals(clientOrderId))
                    .findFirst();
            held.ifPresent(one -> {
                String symbol = one.ticket().symbol();
                act(symbol, now(symbol), broker -> broker.cancel(clientOrderId, "CANCELLED"));
            });
            return held.isPresent() ? Answer.REQUESTED : Answer.GONE;
        });
    }

    @Override
    public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
        return transactions.call(() -> {
            Optional<WorkingOrder> held = ledger.working().stream()
                    .filter(one -> one.isPosition() && stopIdOf(one).equals(Order.orderIdOf(stopOrderId)))
                    .findFirst();
            held.ifPresent(one -> move(one, stopPrice));
            return held.isPresent() ? Answer.REQUESTED : Answer.GONE;
        });
    }

    @Override
    public void pass(Bar bar) {
        transactions.run(() -> meet(List.of(bar)));
    }

    @Override
    public List<BrokerReport> pass(List<Bar> bars, long sequence, int limit) {
        return transactions.call(() -> {
            meet(bars);
            return ledger.reportsAfter(sequence, limit);
        });
    }

    /** Of most symbols nothing works. */
    private void meet(List<Bar> bars) {
        List<Bar> passing = ledger.passing(bars);
        Set<String> busy =
                ledger.working().stream().map(held -> held.ticket().symbol()).collect(Collectors.toSet());
        passing.stream().filter(bar -> busy.contains(bar.symbol())).forEach(this::meet);
    }

    private void meet(Bar bar) {
        expireLate(bar);
        Candle candle = bar.toCandle();
        Function<SimulatedBroker, List<BrokerEvent>> deed = broker -> broker.onCandle(bar.symbol(), candle);
        act(bar.symbol(), bar.closedAt(), deed, done -> wasAtOpen(done, candle) ? bar.openTime() : bar.closedAt());
    }

    private void expireLate(Bar bar) {
        if (!terms.hourlyClose()) {
            return;
        }
        for (WorkingOrder order : ledger.working(bar.symbol())) {
            String id = order.ticket().orderId();
            if (HourlyEntries.isLate(order, bar.openTime()) && ledger.filled(id) == 0) {
                act(bar.symbol(), bar.openTime(), broker -> broker.cancel(id, EXPIRED));
            }
        }
    }

    /** Of what happened within a bar only the open has a time of its own. */
    private static boolean wasAtOpen(Execution done, Candle bar) {
        boolean buys = (done.intent() == Intent.ENTRY) == (done.side() == Side.LONG);
        long worse = (buys ? 1 : -1) * (done.priceMicros() - Micros.of(bar.open()));
        return worse * done.shares() == done.slippageMicros();
    }

    @Override
    public Optional<BrokerOrder> find(String clientOrderId) {
        return transactions.call(() -> {
            Optional<BrokerOrder> working = open().filter(
                            one -> one.clientOrderId().equals(clientOrderId))
                    .findFirst();
            return working.isPresent() ? working : ended(clientOrderId);
        });
    }

    private Optional<BrokerOrder> ended(String clientOrderId) {
        List<BrokerReport> reports = ledger.reportsOf(clientOrderId);
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        long filled = ledger.filled(clientOrderId);
        Status status = switch (reports.getLast().fact()) {
            case BrokerReport.Filled _ -> Status.FILLED;
            case BrokerReport.Expired _ -> Status.EXPIRED;
            default -> Status.CANCELLED;
        };
        return Optional.of(new BrokerOrder(clientOrderId, brokerIdOf(clientOrderId), "", status, filled, filled));
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return transactions.call(() -> open().toList());
    }

    private Stream<BrokerOrder> open() {
        return ledger.working().stream().flatMap(held -> {
            if (!held.isPosition()) {
                return Stream.of(openOrder(held.ticket().orderId(), held));
            }
            Stream<BrokerOrder> stop =
                    held.stopMicros() == 0 ? Stream.of() : Stream.of(openOrder(stopIdOf(held), held));
            Stream<BrokerOrder> target = held.targetMicros() == 0
                    ? Stream.of()
                    : Stream.of(
                            openOrder(WorkingOrder.targetOrderId(held.ticket().orderId()), held));
            return Stream.concat(stop, target);
        });
    }

    private BrokerOrder openOrder(String id, WorkingOrder held) {
        long filled = ledger.filled(id);
        long quantity = held.ticket().shares() + filled;
        return new BrokerOrder(id, brokerIdOf(id), held.ticket().symbol(), Status.WORKING, quantity, filled);
    }

    @Override
    public BrokerAccount account() {
        return transactions.call(() -> {
            BigDecimal began = ledger.openedWith(terms.account(), terms.initialCash());
            BigDecimal cash = began.add(Micros.toDecimal(ledger.cashFlowMicros()));
            return new BrokerAccount(terms.account(), cash, ledger.shares());
        });
    }

    /** Around the last close: a bar has no order book. */
    @Override
    public Optional<Quote> quote(String symbol) {
        return transactions
                .call(() -> ledger.lastPrice(symbol))
                .map(Mark::close)
                .map(terms::quoteAround);
    }

    @Override
    public List<BrokerReport> reportsAfter(long sequence, int limit) {
        return transactions.call(() -> ledger.reportsAfter(sequence, limit));
    }

    private void act(String symbol, Instant at, Function<SimulatedBroker, List<BrokerEvent>> deed) {
        act(symbol, at, deed, done -> at);
    }

    /** {@code timeOf} dates executions; what they lead to, legs that begin to work or end, is as old as they are. */
    private void act(
            String symbol,
            Instant at,
            Function<SimulatedBroker, List<BrokerEvent>> deed,
            Function<Execution, Instant> timeOf) {
        List<WorkingOrder> before = ledger.working(symbol);
        SimulatedBroker broker = new SimulatedBroker(terms.costsWithSpread(), before);
        List<BrokerEvent> events = deed.apply(broker);
        ledger.replace(before, broker.working());
        Instant time = at;
        for (BrokerEvent event : events) {
            time = event instanceof BrokerEvent.Filled filled ? timeOf.apply(filled.execution()) : time;
            ledger.report(time, factOf(event));
        }
    }

    private BrokerReport.Fact factOf(BrokerEvent event) {
        return switch (event) {
            case BrokerEvent.Accepted accepted -> acceptanceOf(accepted);
            case BrokerEvent.Cancelled cancelled ->
                cancelled.reason().equals(EXPIRED)
                        ? new BrokerReport.Expired(cancelled.orderId())
                        : new BrokerReport.Cancelled(cancelled.orderId(), cancelled.reason());
            case BrokerEvent.Filled filled -> new BrokerReport.Filled(written(filled.execution()));
        };
    }

    private static BrokerReport.Fact acceptanceOf(BrokerEvent.Accepted accepted) {
        String id = accepted.orderId();
        return switch (accepted.intent()) {
            case PROTECTIVE_STOP, TAKE_PROFIT ->
                new BrokerReport.LegAccepted(id, id.substring(0, id.lastIndexOf('-')), accepted.intent());
            case ENTRY, EXIT, FLATTEN -> new BrokerReport.Accepted(id, brokerIdOf(id));
        };
    }

    private Fill written(Execution execution) {
        String fillId = Ids.derive("fil", execution.orderId(), Instant.ofEpochMilli(execution.barTime()));
        ledger.record(fillId, execution);
        return Fill.of(fillId, execution);
    }

    /** The close of the last bar: what happens between bars happens then. */
    private Instant now(String symbol) {
        return ledger.lastPrice(symbol)
                .map(last -> last.barTime()
                        .plusSeconds(Timeframe.parse(last.timeframe()).seconds()))
                .orElse(Instant.EPOCH);
    }

    private static String stopIdOf(WorkingOrder held) {
        return WorkingOrder.stopOrderId(held.ticket().orderId());
    }

    private static String brokerIdOf(String clientOrderId) {
        return "paper-" + clientOrderId;
    }
}
