package io.fluxhero.execution;

import io.fluxhero.contracts.Message;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.BarsInMemory;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.Fences;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Flattens;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.StopMoves;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.execution.domain.position.Trade;
import io.fluxhero.execution.domain.position.Trades;
import io.fluxhero.execution.domain.reconciliation.Discrepancies;
import io.fluxhero.execution.domain.reconciliation.Discrepancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that execution stores, in memory, with transactions that can be undone. */
final class Books implements Transactions {

    private final OrdersInMemory orders = new OrdersInMemory();
    private Map<String, Fill> fills = new LinkedHashMap<>();
    private Map<String, Position> positions = new TreeMap<>();
    private Map<String, Trade> trades = new LinkedHashMap<>();
    private Map<String, Flattens.Flatten> flattens = new HashMap<>();
    private Map<String, StopMoves.StopMove> moves = new LinkedHashMap<>();
    private Map<String, Mark> marks = new HashMap<>();
    private Map<Discrepancy, Boolean> discrepancies = new LinkedHashMap<>();
    private TreeMap<String, Long> external = new TreeMap<>();
    private Map<String, Standing> standings = new HashMap<>();
    private List<Message> messages = new ArrayList<>();
    private Map<String, Fence> fences = new HashMap<>();
    final BarsInMemory bars = new BarsInMemory();

    /** Called before every commit; throws where the process is to die there. */
    Runnable beforeCommit = () -> {};

    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        Runnable undo = copy();
        try {
            T result = work.get();
            beforeCommit.run();
            return result;
        } catch (RuntimeException e) {
            undo.run();
            throw e;
        }
    }

    @Override
    public void run(Runnable work) {
        Boolean done = call(() -> {
            work.run();
            return true;
        });
        if (!done) {
            throw new IllegalStateException("work always ends");
        }
    }

    private Runnable copy() {
        Runnable oldOrders = orders.copy();
        var oldFills = new LinkedHashMap<>(fills);
        var oldPositions = new TreeMap<>(positions);
        var oldTrades = new LinkedHashMap<>(trades);
        var oldMoves = new LinkedHashMap<>(moves);
        var oldMarks = new HashMap<>(marks);
        var oldDiscrepancies = new LinkedHashMap<>(discrepancies);
        var oldExternal = new TreeMap<>(external);
        var oldStandings = new HashMap<>(standings);
        var oldMessages = new ArrayList<>(messages);
        var oldFences = new HashMap<>(fences);
        Runnable oldBars = bars.copy();
        return () -> {
            oldOrders.run();
            fills = oldFills;
            positions = oldPositions;
            trades = oldTrades;
            moves = oldMoves;
            marks = oldMarks;
            discrepancies = oldDiscrepancies;
            external = oldExternal;
            standings = oldStandings;
            messages = oldMessages;
            fences = oldFences;
            oldBars.run();
        };
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    List<Orders.Step> steps() {
        return orders.steps();
    }

    MessagesOut messagesOut() {
        return (topic, type, message) -> messages.add(message);
    }

    Accounts accounts() {
        return new Accounts() {
            @Override
            public Standing lock(String account) {
                return standings.getOrDefault(account, Standing.START);
            }

            @Override
            public void save(String account, Standing standing) {
                standings.put(account, standing);
            }
        };
    }

    Orders orders() {
        return orders;
    }

    Fills fills() {
        return new Fills() {
            @Override
            public boolean contains(String fillId) {
                return fills.containsKey(fillId);
            }

            @Override
            public void add(String account, Fill fill, Instant at) {
                if (fills.put(fill.fillId(), fill) != null) {
                    throw new IllegalStateException("fill twice: " + fill.fillId());
                }
            }

            @Override
            public List<Fill> of(List<String> orderIds) {
                return fills.values().stream()
                        .filter(fill -> orderIds.contains(fill.orderId()))
                        .toList();
            }

            @Override
            public BigDecimal cashFlow(String account) {
                return fills.values().stream()
                        .map(fill -> (fill.isBuy() ? fill.value().negate() : fill.value()).subtract(fill.commission()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            }

            @Override
            public Set<String> symbols(String account) {
                return fills.values().stream().map(Fill::symbol).collect(Collectors.toSet());
            }

            @Override
            public List<Fill> newest(int limit) {
                return List.copyOf(fills.values());
            }
        };
    }

    Positions positions() {
        return new Positions() {
            @Override
            public Optional<Position> find(String account, String symbol) {
                return Optional.ofNullable(positions.get(symbol));
            }

            @Override
            public void put(Position position) {
                positions.put(position.symbol(), position);
            }

            @Override
            public void remove(Position position) {
                positions.remove(position.symbol());
            }

            @Override
            public List<Position> all() {
                return List.copyOf(positions.values());
            }
        };
    }

    Trades trades() {
        return new Trades() {
            @Override
            public Optional<Trade> find(String tradeId) {
                return Optional.ofNullable(trades.get(tradeId));
            }

            @Override
            public Optional<Trade> ofEntry(String entryOrderId) {
                return trades.values().stream()
                        .filter(trade -> trade.entryOrderId().equals(entryOrderId))
                        .findFirst();
            }

            @Override
            public void put(Trade trade) {
                trades.put(trade.tradeId(), trade);
            }

            @Override
            public Page page(Filter filter, int page, int size) {
                return new Page(List.copyOf(trades.values()), trades.size());
            }

            @Override
            public Totals totals() {
                return new Totals(0, trades.size(), 0, BigDecimal.ZERO);
            }
        };
    }

    Flattens flattens() {
        return new Flattens() {
            @Override
            public void add(Flatten flatten) {
                flattens.put(flatten.correlationId(), flatten);
            }

            @Override
            public Optional<Flatten> find(String correlationId) {
                return Optional.ofNullable(flattens.get(correlationId));
            }
        };
    }

    StopMoves stopMoves() {
        return new StopMoves() {
            @Override
            public Optional<StopMove> find(String entryOrderId) {
                return Optional.ofNullable(moves.get(entryOrderId));
            }

            @Override
            public void put(StopMove move) {
                moves.put(move.entryOrderId(), move);
            }

            @Override
            public void remove(StopMove move) {
                moves.remove(move.entryOrderId());
            }

            @Override
            public List<StopMove> all(String account) {
                return List.copyOf(moves.values());
            }
        };
    }

    Fences fences() {
        return new Fences() {
            @Override
            public Fence find(String account) {
                return fences.getOrDefault(account, Fence.OPEN);
            }

            @Override
            public void save(String account, Fence fence) {
                fences.put(account, fence);
            }
        };
    }

    Marks marks() {
        return new Marks() {
            @Override
            public Optional<Mark> find(String symbol) {
                return Optional.ofNullable(marks.get(symbol));
            }

            @Override
            public void settle(List<Mark> settled) {
                settled.forEach(mark -> marks.put(mark.symbol(), mark));
            }
        };
    }

    Discrepancies discrepancies() {
        return new Discrepancies() {
            @Override
            public boolean note(String account, Discrepancy found, Instant at) {
                return !Boolean.TRUE.equals(discrepancies.put(found, true));
            }

            @Override
            public void resolveOthers(String account, List<Discrepancy> found, Instant at) {
                discrepancies.replaceAll((one, open) ->
                        found.contains(one) || (open && one.kind() == Discrepancy.Kind.UNEXPECTED_REPORT));
            }

            @Override
            public List<Discrepancy> open(String account) {
                Collection<Map.Entry<Discrepancy, Boolean>> all = discrepancies.entrySet();
                return all.stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList();
            }

            @Override
            public SortedMap<String, Long> externalPositions(String account) {
                return new TreeMap<>(external);
            }

            @Override
            public void noteExternal(String account, String symbol, long shares, Instant at) {
                external.put(symbol, shares);
                external.values().removeIf(count -> count == 0);
            }
        };
    }
}
