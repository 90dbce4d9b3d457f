package io.fluxhero.simulation.service;

import io.fluxhero.execution.ApplyFill;
import io.fluxhero.execution.BrokerDesk;
import io.fluxhero.execution.CancelOrder;
import io.fluxhero.execution.Condition;
import io.fluxhero.execution.DecideBar;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.FillsOut;
import io.fluxhero.execution.Flatten;
import io.fluxhero.execution.Gate;
import io.fluxhero.execution.HandleOrder;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.execution.MoveStop;
import io.fluxhero.execution.OrderSteps;
import io.fluxhero.execution.PassBars;
import io.fluxhero.execution.QueueCandle;
import io.fluxhero.execution.Reconcile;
import io.fluxhero.execution.SendChanges;
import io.fluxhero.execution.SendOrders;
import io.fluxhero.execution.TakeOrder;
import io.fluxhero.execution.TakeReports;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import java.time.Clock;

/** The use cases of execution, put together as the container does it. */
record ExecutionDesk(HandleOrder handleOrder, QueueCandle queueCandle, BrokerDesk desk, Condition condition) {

    static ExecutionDesk of(
            ExecutionConfig config,
            Transactions transactions,
            MessagesOut messages,
            ExecutionTables tables,
            SimulatedMarket broker,
            Clock clock) {
        FillsOut out = new FillsOut(messages);
        OrderSteps steps = new OrderSteps(tables.orders, out);
        Condition condition = new Condition(clock);
        ApplyFill applyFill = new ApplyFill(
                tables.orders, tables.fills, tables.positions, tables.trades, tables.flattens, out);
        TakeReports takeReports = new TakeReports(
                config,
                transactions,
                tables.accounts,
                tables.orders,
                steps,
                applyFill,
                tables.differences,
                out,
                broker);
        SendOrders sendOrders = new SendOrders(
                transactions,
                tables.accounts,
                tables.orders,
                tables.positions,
                steps,
                new Gate(condition),
                broker);
        BrokerDesk desk = new BrokerDesk(
                config,
                transactions,
                tables.accounts,
                tables.orders,
                tables.moves,
                tables.queue,
                sendOrders,
                sendChanges(transactions, tables, steps, broker),
                takeReports,
                new PassBars(
                        config, transactions, tables.accounts, tables.queue, tables.marks, takeReports, out, broker),
                reconcile(config, transactions, tables, steps, takeReports, out, broker, clock),
                condition,
                clock);
        return new ExecutionDesk(
                handleOrder(config, tables, steps),
                new QueueCandle(config, tables.accounts, tables.queue),
                desk,
                condition);
    }

    private static HandleOrder handleOrder(ExecutionConfig config, ExecutionTables tables, OrderSteps steps) {
        CancelOrder cancelOrder = new CancelOrder(tables.accounts, tables.orders, steps);
        return new HandleOrder(
                config,
                new TakeOrder(tables.accounts, tables.orders),
                cancelOrder,
                new MoveStop(tables.accounts, tables.positions, tables.moves),
                new Flatten(tables.accounts, tables.orders, tables.flattens, cancelOrder),
                new DecideBar(tables.accounts));
    }

    private static SendChanges sendChanges(
            Transactions transactions, ExecutionTables tables, OrderSteps steps, SimulatedMarket broker) {
        return new SendChanges(
                transactions,
                tables.accounts,
                tables.orders,
                tables.positions,
                tables.trades,
                tables.moves,
                steps,
                broker);
    }

    private static Reconcile reconcile(
            ExecutionConfig config,
            Transactions transactions,
            ExecutionTables tables,
            OrderSteps steps,
            TakeReports takeReports,
            FillsOut out,
            SimulatedMarket broker,
            Clock clock) {
        return new Reconcile(
                config,
                transactions,
                tables.accounts,
                tables.orders,
                tables.fills,
                tables.positions,
                tables.marks,
                tables.differences,
                steps,
                takeReports,
                out,
                broker,
                clock);
    }
}
