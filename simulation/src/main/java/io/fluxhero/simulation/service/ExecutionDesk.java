package io.fluxhero.simulation.service;

import io.fluxhero.execution.ApplyFill;
import io.fluxhero.execution.BrokerDesk;
import io.fluxhero.execution.CancelOrder;
import io.fluxhero.execution.ChaseOrders;
import io.fluxhero.execution.Condition;
import io.fluxhero.execution.DecideBar;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.Fencing;
import io.fluxhero.execution.FillsOut;
import io.fluxhero.execution.Flatten;
import io.fluxhero.execution.Gate;
import io.fluxhero.execution.HandleOrder;
import io.fluxhero.execution.KeepProtected;
import io.fluxhero.execution.MoveStop;
import io.fluxhero.execution.OrderSteps;
import io.fluxhero.execution.PassBars;
import io.fluxhero.execution.QueueCandle;
import io.fluxhero.execution.Reconcile;
import io.fluxhero.execution.ResetAccount;
import io.fluxhero.execution.SendChanges;
import io.fluxhero.execution.SendOrders;
import io.fluxhero.execution.Sendings;
import io.fluxhero.execution.TakeOrder;
import io.fluxhero.execution.TakeReports;

/** The use cases of execution, put together as the container does it. */
record ExecutionDesk(
        HandleOrder handleOrder, QueueCandle queueCandle, BrokerDesk desk, Condition condition, Fencing fencing) {

    static ExecutionDesk of(ExecutionConfig config, ExecutionPorts ports) {
        FillsOut out = new FillsOut(ports.messages());
        OrderSteps steps = new OrderSteps(ports.orders(), out);
        Condition condition = new Condition(ports.clock());
        CancelOrder cancelOrder = new CancelOrder(ports.accounts(), ports.orders(), steps);
        Fencing fencing = fencing(config, ports, cancelOrder);
        ResetAccount resetAccount = resetAccount(ports, out);
        TakeReports takeReports = takeReports(config, ports, steps, resetAccount, out);
        ChaseOrders chaseOrders = chaseOrders(config, ports, steps, out);
        KeepProtected keepProtected = keepProtected(ports, steps, out);
        Sendings sendings = ports.sendings().get();
        BrokerDesk desk = new BrokerDesk(
                config,
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                ports.moves(),
                ports.movements(),
                ports.queue(),
                sendOrders(
                        ports,
                        steps,
                        new Gate(config, condition, fencing, ports.clock()),
                        condition,
                        chaseOrders,
                        sendings),
                sendChanges(ports, steps, sendings),
                resetAccount,
                takeReports,
                passBars(config, ports, takeReports, out),
                chaseOrders,
                keepProtected,
                reconcile(config, ports, steps, takeReports, keepProtected, out),
                condition,
                fencing,
                ports.clock());
        QueueCandle queueCandle = new QueueCandle(config, ports.accounts(), ports.queue());
        return new ExecutionDesk(
                handleOrder(config, ports, cancelOrder, resetAccount), queueCandle, desk, condition, fencing);
    }

    private static ChaseOrders chaseOrders(
            ExecutionConfig config, ExecutionPorts ports, OrderSteps steps, FillsOut out) {
        return new ChaseOrders(
                config,
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                ports.marks(),
                steps,
                out,
                ports.broker(),
                ports.clock());
    }

    private static KeepProtected keepProtected(ExecutionPorts ports, OrderSteps steps, FillsOut out) {
        return new KeepProtected(
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                ports.positions(),
                steps,
                out,
                ports.broker(),
                ports.clock());
    }

    private static Fencing fencing(ExecutionConfig config, ExecutionPorts ports, CancelOrder cancelOrder) {
        return new Fencing(
                config,
                ports.transactions(),
                ports.accounts(),
                ports.fences(),
                ports.journal(),
                ports.orders(),
                cancelOrder,
                ports.clock());
    }

    private static ResetAccount resetAccount(ExecutionPorts ports, FillsOut out) {
        return new ResetAccount(
                ports.transactions(),
                ports.accounts(),
                ports.movements(),
                ports.orders(),
                ports.positions(),
                out,
                ports.broker());
    }

    private static HandleOrder handleOrder(
            ExecutionConfig config, ExecutionPorts ports, CancelOrder cancelOrder, ResetAccount resetAccount) {
        return new HandleOrder(
                config,
                new TakeOrder(ports.accounts(), ports.orders()),
                cancelOrder,
                new MoveStop(ports.accounts(), ports.positions(), ports.moves()),
                new Flatten(ports.accounts(), ports.orders(), ports.flattens(), cancelOrder),
                resetAccount,
                new DecideBar(ports.accounts()));
    }

    private static TakeReports takeReports(
            ExecutionConfig config, ExecutionPorts ports, OrderSteps steps, ResetAccount resetAccount, FillsOut out) {
        ApplyFill applyFill =
                new ApplyFill(ports.orders(), ports.fills(), ports.positions(), ports.trades(), ports.flattens(), out);
        return new TakeReports(
                config,
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                steps,
                applyFill,
                resetAccount,
                ports.differences(),
                out,
                ports.broker());
    }

    private static SendOrders sendOrders(
            ExecutionPorts ports,
            OrderSteps steps,
            Gate gate,
            Condition condition,
            ChaseOrders chaseOrders,
            Sendings sendings) {
        return new SendOrders(
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                ports.positions(),
                steps,
                gate,
                condition,
                chaseOrders,
                sendings,
                ports.broker());
    }

    private static SendChanges sendChanges(ExecutionPorts ports, OrderSteps steps, Sendings sendings) {
        return new SendChanges(
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                ports.positions(),
                ports.trades(),
                ports.moves(),
                steps,
                sendings,
                ports.broker());
    }

    private static PassBars passBars(
            ExecutionConfig config, ExecutionPorts ports, TakeReports takeReports, FillsOut out) {
        return new PassBars(
                config,
                ports.transactions(),
                ports.accounts(),
                ports.queue(),
                ports.marks(),
                takeReports,
                out,
                ports.broker());
    }

    private static Reconcile reconcile(
            ExecutionConfig config,
            ExecutionPorts ports,
            OrderSteps steps,
            TakeReports takeReports,
            KeepProtected keepProtected,
            FillsOut out) {
        return new Reconcile(
                config,
                ports.transactions(),
                ports.accounts(),
                ports.orders(),
                ports.fills(),
                ports.movements(),
                ports.positions(),
                ports.marks(),
                ports.differences(),
                steps,
                takeReports,
                keepProtected,
                out,
                ports.broker(),
                ports.clock());
    }
}
