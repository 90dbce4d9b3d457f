package io.fluxhero.simulation.service;

import io.fluxhero.execution.MessagesOut;
import io.fluxhero.execution.Sendings;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.HaltJournal;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Rows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Everything that execution keeps. */
public final class ExecutionTables {

    private final PositionTables.Standings accounts;
    private final PositionTables.AllFences fences;
    private final Journal journal = new Journal();
    private final OrderTables orders;
    private final OrderTables.Executions fills;
    private final PositionTables.Movements movements;
    private final PositionTables.Held positions;
    private final PositionTables.AllTrades trades;
    private final PositionTables.Wishes flattens;
    private final PositionTables.Moves moves;
    private final PositionTables.LastMarks marks;
    private final PositionTables.Queue queue;
    private final PositionTables.Differences differences;

    ExecutionTables(Database database) {
        accounts = new PositionTables.Standings(new Rows<>(database));
        fences = new PositionTables.AllFences(new Rows<>(database));
        orders = new OrderTables(database);
        fills = new OrderTables.Executions(database);
        movements = new PositionTables.Movements(new Rows<>(database), new Rows<>(database));
        positions = new PositionTables.Held(new Rows<>(database));
        trades = new PositionTables.AllTrades(new Rows<>(database));
        flattens = new PositionTables.Wishes(new Rows<>(database));
        moves = new PositionTables.Moves(new Rows<>(database));
        marks = new PositionTables.LastMarks(new Rows<>(database));
        queue = new PositionTables.Queue(new Rows<>(database), new Rows<>(database));
        differences = new PositionTables.Differences(database);
    }

    ExecutionPorts ports(
            Wiring wiring, Transactions transactions, MessagesOut messages, SimulatedMarket broker, Clock clock) {
        return new ExecutionPorts(
                wiring.standings(accounts),
                wiring.fences(fences),
                wiring.journal(journal),
                wiring.orders(orders),
                wiring.fills(fills),
                movements,
                wiring.positions(positions),
                trades,
                flattens,
                moves,
                marks,
                wiring.queue(queue),
                differences,
                wiring.messages(messages),
                wiring.transactions(transactions),
                wiring.broker(broker),
                () -> wiring.sendings(new Sendings(clock)),
                clock);
    }

    Instant horizon(String account) {
        Standing standing = accounts.rows().view().get(account);
        return (standing == null ? Standing.START : standing).lockstep().horizon();
    }

    /** Orders and their steps. */
    public OrderTables orders() {
        return orders;
    }

    /** Executions. */
    public OrderTables.Executions fills() {
        return fills;
    }

    /** What each reset brought in, by its movement. */
    public SortedMap<String, BigDecimal> moved() {
        return movements.booked().view();
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
        return !queue.waiting().view().isEmpty()
                || !moves.rows().view().isEmpty()
                || !movements.waiting().view().isEmpty();
    }

    /** The halt file: on the disk of the machine, not in the database. */
    private static final class Journal implements HaltJournal {

        private @Nullable Fence halt;

        @Override
        public boolean isHalted() {
            return halt != null;
        }

        @Override
        public Optional<Fence> read() {
            return Optional.ofNullable(halt);
        }

        @Override
        public void write(Fence fence) {
            halt = fence;
        }

        @Override
        public void clear() {
            halt = null;
        }
    }
}
