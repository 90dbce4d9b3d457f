package io.fluxhero.simulation.service;

import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Rows;
import java.util.Collection;

/** Everything that execution keeps. */
public final class ExecutionTables {

    final PositionTables.Standings accounts;
    final OrderTables orders;
    final OrderTables.Executions fills;
    final PositionTables.Held positions;
    final PositionTables.AllTrades trades;
    final PositionTables.Wishes flattens;
    final PositionTables.Moves moves;
    final PositionTables.LastMarks marks;
    final PositionTables.Queue queue;
    final PositionTables.Differences differences;

    ExecutionTables(Database database) {
        accounts = new PositionTables.Standings(new Rows<>(database));
        orders = new OrderTables(database);
        fills = new OrderTables.Executions(database);
        positions = new PositionTables.Held(new Rows<>(database));
        trades = new PositionTables.AllTrades(new Rows<>(database));
        flattens = new PositionTables.Wishes(new Rows<>(database));
        moves = new PositionTables.Moves(new Rows<>(database));
        marks = new PositionTables.LastMarks(new Rows<>(database));
        queue = new PositionTables.Queue(new Rows<>(database), new Rows<>(database));
        differences = new PositionTables.Differences(database);
    }

    /** Orders and their steps. */
    public OrderTables orders() {
        return orders;
    }

    /** Executions. */
    public OrderTables.Executions fills() {
        return fills;
    }

    /** What is held. */
    public Collection<Position> positions() {
        return positions.rows().view().values();
    }

    /** What differs from the broker's books. */
    public Collection<Discrepancy> differences() {
        return differences.look();
    }

    /** Whether a bar or a stop waits. */
    public boolean anythingWaits() {
        return !queue.waiting().view().isEmpty() || !moves.rows().view().isEmpty();
    }
}
