package io.fluxhero.simulation.service;

import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.Fences;
import io.fluxhero.execution.domain.order.Flattens;
import io.fluxhero.execution.domain.order.StopMoves;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.position.Trade;
import io.fluxhero.execution.domain.position.Trades;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import io.fluxhero.simulation.database.Database;
import io.fluxhero.simulation.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What execution keeps beside its orders, one small table for each port. */
final class PositionTables {

    private PositionTables() {}

    /** Where the account stands. */
    record Standings(Rows<String, Standing> rows) implements Accounts {

        @Override
        public Standing lock(String account) {
            Standing standing = rows.get(account);
            return standing == null ? Standing.START : standing;
        }

        @Override
        public void save(String account, Standing standing) {
            rows.put(account, standing);
        }
    }

    /** The fence of each account. */
    record AllFences(Rows<String, Fence> rows) implements Fences {

        @Override
        public Fence find(String account) {
            Fence fence = rows.get(account);
            return fence == null ? Fence.OPEN : fence;
        }

        @Override
        public void save(String account, Fence fence) {
            rows.put(account, fence);
        }
    }

    /** What is held. */
    record Held(Rows<String, Position> rows) implements Positions {

        @Override
        public Optional<Position> find(String account, String symbol) {
            return Optional.ofNullable(rows.get(symbol));
        }

        @Override
        public void put(Position position) {
            rows.put(position.symbol(), position);
        }

        @Override
        public void remove(Position position) {
            rows.remove(position.symbol());
        }

        @Override
        public List<Position> all() {
            return List.copyOf(rows.all());
        }
    }

    /** Every trade, by the entry that began it. */
    record AllTrades(Rows<String, Trade> rows) implements Trades {

        @Override
        public Optional<Trade> find(String tradeId) {
            return rows.all().stream()
                    .filter(trade -> trade.tradeId().equals(tradeId))
                    .findFirst();
        }

        @Override
        public Optional<Trade> ofEntry(String entryOrderId) {
            return Optional.ofNullable(rows.get(entryOrderId));
        }

        @Override
        public void put(Trade trade) {
            rows.put(trade.entryOrderId(), trade);
        }

        @Override
        public Page page(Filter filter, int page, int size) {
            return new Page(List.copyOf(rows.all()), rows.all().size());
        }

        @Override
        public Totals totals() {
            return new Totals(0, rows.all().size(), 0, BigDecimal.ZERO);
        }
    }

    /** Who wanted what closed. */
    record Wishes(Rows<String, Flatten> rows) implements Flattens {

        @Override
        public void add(Flatten flatten) {
            rows.put(flatten.correlationId(), flatten);
        }

        @Override
        public Optional<Flatten> find(String correlationId) {
            return Optional.ofNullable(rows.get(correlationId));
        }
    }

    /** Stops that are to move. */
    record Moves(Rows<String, StopMove> rows) implements StopMoves {

        @Override
        public Optional<StopMove> find(String entryOrderId) {
            return Optional.ofNullable(rows.get(entryOrderId));
        }

        @Override
        public void put(StopMove move) {
            rows.put(move.entryOrderId(), move);
        }

        @Override
        public void remove(StopMove move) {
            if (move.equals(rows.get(move.entryOrderId()))) {
                rows.remove(move.entryOrderId());
            }
        }

        @Override
        public List<StopMove> all(String account) {
            return List.copyOf(rows.all());
        }
    }

    /** Last prices. */
    record LastMarks(Rows<String, Mark> rows) implements Marks {

        @Override
        public Optional<Mark> find(String symbol) {
            return Optional.ofNullable(rows.get(symbol));
        }

        @Override
        public void settle(List<Mark> marks) {
            marks.forEach(mark -> rows.put(mark.symbol(), mark));
        }
    }

    /** Bars in waiting, and which were ever there. */
    record Queue(Rows<BarKey, Bar> waiting, Rows<BarKey, Boolean> seen) implements BarQueue {

        @Override
        public void add(Bar bar) {
            BarKey key = BarKey.of(bar);
            if (seen.add(key, true)) {
                waiting.put(key, bar);
            }
        }

        @Override
        public List<Bar> next(Instant horizon) {
            List<Bar> next = new ArrayList<>();
            for (Bar bar : waiting.all()) {
                boolean another = !next.isEmpty() && !next.getFirst().openTime().equals(bar.openTime());
                if (another || bar.openTime().isAfter(horizon)) {
                    break;
                }
                next.add(bar);
            }
            return next;
        }

        @Override
        public void remove(List<Bar> bars) {
            bars.forEach(bar -> waiting.remove(BarKey.of(bar)));
        }
    }

    /** A bar's place. */
    record BarKey(Instant openTime, String symbol) implements Comparable<BarKey> {

        static BarKey of(Bar bar) {
            return new BarKey(bar.openTime(), bar.symbol());
        }

        @Override
        public int compareTo(BarKey other) {
            int byTime = openTime.compareTo(other.openTime);
            return byTime == 0 ? symbol.compareTo(other.symbol) : byTime;
        }
    }

    /** What differs from the broker's books. */
    static final class Differences implements Discrepancies {

        private final Rows<String, Discrepancy> open;
        private final Rows<String, Long> external;

        Differences(Database database) {
            open = new Rows<>(database);
            external = new Rows<>(database);
        }

        Collection<Discrepancy> look() {
            return open.view().values();
        }

        @Override
        public boolean note(String account, Discrepancy found, Instant at) {
            return open.add(key(found), found);
        }

        @Override
        public void resolveOthers(String account, List<Discrepancy> found, Instant at) {
            List<String> kept = found.stream().map(Differences::key).toList();
            for (Discrepancy one : List.copyOf(open.all())) {
                if (one.kind() != Discrepancy.Kind.UNEXPECTED_REPORT && !kept.contains(key(one))) {
                    open.remove(key(one));
                }
            }
        }

        @Override
        public List<Discrepancy> open(String account) {
            return List.copyOf(open.all());
        }

        @Override
        public SortedMap<String, Long> externalPositions(String account) {
            return new TreeMap<>(external.view());
        }

        @Override
        public void noteExternal(String account, String symbol, long shares, Instant at) {
            if (shares == 0) {
                external.remove(symbol);
            } else {
                external.put(symbol, shares);
            }
        }

        private static String key(Discrepancy one) {
            return one.kind() + "/" + one.subject() + "/" + one.detail();
        }
    }
}
