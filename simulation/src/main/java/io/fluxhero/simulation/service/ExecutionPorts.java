package io.fluxhero.simulation.service;

import io.fluxhero.execution.MessagesOut;
import io.fluxhero.execution.Sendings;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.CashMovements;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.fence.Fences;
import io.fluxhero.execution.domain.fence.HaltJournal;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Flattens;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.StopMoves;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.position.Trades;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Everything that the use cases of execution need of the world outside.
 *
 * @param sendings what a process remembers of its sendings: each process has its own
 */
record ExecutionPorts(
        Accounts accounts,
        Fences fences,
        HaltJournal journal,
        Orders orders,
        Fills fills,
        CashMovements movements,
        Positions positions,
        Trades trades,
        Flattens flattens,
        StopMoves moves,
        Marks marks,
        BarQueue queue,
        Discrepancies differences,
        MessagesOut messages,
        Transactions transactions,
        SimulatedMarket broker,
        Supplier<Sendings> sendings,
        Clock clock) {}
