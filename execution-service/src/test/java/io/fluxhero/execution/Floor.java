package io.fluxhero.execution;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.fence.HaltJournal;
import java.time.InstantSource;

/** The use cases of execution over books in memory: one process, which can be started again. */
final class Floor {

    final Condition condition;
    final BrokerDesk desk;
    final Fencing fencing;
    private final Books books;
    private final HandleOrder handleOrder;
    private final QueueCandle queueCandle;

    Floor(Books books, HaltJournal journal, SimulatedMarket broker, InstantSource clock) {
        this(Settings.DEFAULT, books, journal, broker, clock);
    }

    Floor(ExecutionConfig config, Books books, HaltJournal journal, SimulatedMarket broker, InstantSource clock) {
        this.books = books;
        FillsOut out = new FillsOut(books.messagesOut());
        OrderSteps steps = new OrderSteps(books.orders(), out);
        condition = new Condition(clock);
        CancelOrder cancelOrder = new CancelOrder(books.accounts(), books.orders(), steps);
        fencing = new Fencing(
                config, books, books.accounts(), books.fences(), journal, books.orders(), cancelOrder, clock);
        ResetAccount resetAccount = new ResetAccount(
                books, books.accounts(), books.movements(), books.orders(), books.positions(), out, broker);
        desk = new Wiring(config, books, broker, clock, out, steps, resetAccount).desk(condition, fencing);
        handleOrder = new HandleOrder(
                config,
                new TakeOrder(books.accounts(), books.orders()),
                cancelOrder,
                new MoveStop(books.accounts(), books.positions(), books.stopMoves()),
                new Flatten(books.accounts(), books.orders(), books.flattens(), cancelOrder),
                resetAccount,
                new DecideBar(books.accounts()));
        queueCandle = new QueueCandle(config, books.accounts(), books.bars);
    }

    /** Puts the desk together. */
    private record Wiring(
            ExecutionConfig config,
            Books books,
            SimulatedMarket broker,
            InstantSource clock,
            FillsOut out,
            OrderSteps steps,
            ResetAccount resetAccount) {

        BrokerDesk desk(Condition condition, Fencing fencing) {
            ChaseOrders chase = new ChaseOrders(
                    config, books, books.accounts(), books.orders(), books.marks(), steps, out, broker, clock);
            KeepProtected keepProtected = new KeepProtected(
                    books, books.accounts(), books.orders(), books.positions(), steps, out, broker, clock);
            TakeReports takeReports = takeReports();
            Sendings sendings = new Sendings(clock);
            return new BrokerDesk(
                    config,
                    books,
                    books.accounts(),
                    books.orders(),
                    books.stopMoves(),
                    books.movements(),
                    books.bars,
                    sendOrders(condition, fencing, chase, sendings),
                    sendChanges(sendings),
                    resetAccount,
                    takeReports,
                    new PassBars(config, books, books.accounts(), books.bars, books.marks(), takeReports, out, broker),
                    chase,
                    keepProtected,
                    reconcile(takeReports, keepProtected),
                    condition,
                    fencing,
                    clock);
        }

        private TakeReports takeReports() {
            ApplyFill applyFill = new ApplyFill(
                    books.orders(), books.fills(), books.positions(), books.trades(), books.flattens(), out);
            return new TakeReports(
                    config,
                    books,
                    books.accounts(),
                    books.orders(),
                    steps,
                    applyFill,
                    resetAccount,
                    books.discrepancies(),
                    out,
                    broker);
        }

        private SendOrders sendOrders(Condition condition, Fencing fencing, ChaseOrders chase, Sendings sendings) {
            Gate gate = new Gate(config, condition, fencing, clock);
            return new SendOrders(
                    books,
                    books.accounts(),
                    books.orders(),
                    books.positions(),
                    steps,
                    gate,
                    condition,
                    chase,
                    sendings,
                    broker);
        }

        private SendChanges sendChanges(Sendings sendings) {
            return new SendChanges(
                    books,
                    books.accounts(),
                    books.orders(),
                    books.positions(),
                    books.trades(),
                    books.stopMoves(),
                    steps,
                    sendings,
                    broker);
        }

        private Reconcile reconcile(TakeReports takeReports, KeepProtected keepProtected) {
            return new Reconcile(
                    config,
                    books,
                    books.accounts(),
                    books.orders(),
                    books.fills(),
                    books.movements(),
                    books.positions(),
                    books.marks(),
                    books.discrepancies(),
                    steps,
                    takeReports,
                    keepProtected,
                    out,
                    broker,
                    clock);
        }
    }

    /** Takes a message in, as its consumer does. */
    void store(Message message) {
        books.run(() -> {
            switch (message) {
                case CandleClosed candle -> queueCandle.on(candle);
                case OrderMessage order -> handleOrder.on(order);
                default -> throw new IllegalArgumentException("not for execution: " + message);
            }
        });
    }

    /** Takes messages in and lets the desk work. */
    void take(Message... messages) {
        for (Message message : messages) {
            store(message);
        }
        desk.work();
    }
}
