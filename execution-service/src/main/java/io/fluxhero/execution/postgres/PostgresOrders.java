package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.execution.domain.order.Instruction;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.OrderType;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.order.Rationale;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresOrders implements Orders {

    private static final List<String> ENDED = Arrays.stream(OrderState.values())
            .filter(OrderState::isTerminal)
            .map(Enum::name)
            .toList();

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<OrderRow, String> {}

    @ApplicationScoped
    static class Events implements PanacheRepository<OrderEventRow> {}

    private final Rows rows;
    private final Events events;

    PostgresOrders(Rows rows, Events events) {
        this.rows = rows;
        this.events = events;
    }

    @Override
    public Optional<Order> find(String orderId) {
        return rows.findByIdOptional(orderId).map(PostgresOrders::orderOf);
    }

    @Override
    public Optional<Order> legOf(String entryOrderId, Intent intent) {
        return rows.find("entryOrderId = ?1 and intent = ?2 order by seq desc", entryOrderId, intent.name())
                .firstResultOptional()
                .map(PostgresOrders::orderOf);
    }

    @Override
    public void add(Order order) {
        OrderRow row = new OrderRow();
        row.create(order);
        rows.persist(row);
        events.persist(eventOf(order, null, "created"));
    }

    @Override
    public void save(Order order, String detail) {
        OrderRow row = rows.findById(order.orderId());
        String before = row.state;
        row.progress(order);
        events.persist(eventOf(order, before, detail));
    }

    @Override
    public List<Order> openEntries(String account, @Nullable String symbol) {
        String open = "account = ?1 and intent = 'ENTRY' and state not in (?2)";
        var found = symbol == null
                ? rows.list(open + " order by createdAt, orderId", account, ENDED)
                : rows.list(open + " and symbol = ?3 order by createdAt, orderId", account, ENDED, symbol);
        return found.stream().map(PostgresOrders::orderOf).toList();
    }

    @Override
    public List<Order> inStates(String account, Set<OrderState> states) {
        List<String> names = states.stream().map(Enum::name).toList();
        return rows.list("account = ?1 and state in (?2) order by seq, orderId", account, names).stream()
                .map(PostgresOrders::orderOf)
                .toList();
    }

    @Override
    public List<Order> newest(@Nullable OrderState state, int limit) {
        String newest = "order by barTime desc, createdAt desc, orderId";
        var found = state == null ? rows.find(newest) : rows.find("state = ?1 " + newest, state.name());
        return found.page(0, limit).stream().map(PostgresOrders::orderOf).toList();
    }

    @Override
    public List<Order> ofSignal(String signalId) {
        return rows.list("signalId = ?1 order by createdAt, orderId", signalId).stream()
                .map(PostgresOrders::orderOf)
                .toList();
    }

    @Override
    public List<Step> stepsOf(String orderId) {
        return events.list("orderId = ?1 order by id", orderId).stream()
                .map(row -> new Step(
                        row.orderId,
                        row.fromState == null ? null : OrderState.valueOf(row.fromState),
                        OrderState.valueOf(row.toState),
                        row.at,
                        row.detail))
                .toList();
    }

    @Override
    public long count() {
        return rows.count();
    }

    private static OrderEventRow eventOf(Order order, @Nullable String before, String detail) {
        OrderEventRow row = new OrderEventRow();
        row.orderId = order.orderId();
        row.fromState = before;
        row.toState = order.state().name();
        row.at = order.progress().at();
        row.detail = detail;
        return row;
    }

    private static Order orderOf(OrderRow row) {
        Instruction plan = new Instruction(
                row.signalId,
                row.symbol,
                row.timeframe,
                row.barTime,
                Intent.valueOf(row.intent),
                Side.valueOf(row.positionSide),
                row.mode == null ? null : Mode.valueOf(row.mode),
                OrderType.valueOf(row.type),
                row.quantity,
                row.limitPrice,
                row.stopPrice,
                row.protectiveStop,
                row.takeProfit,
                row.averageVolume,
                row.cashLimit,
                row.entryOrderId);
        Rationale why =
                row.signalReason == null ? null : new Rationale(row.signalReason, row.signalExplanation, row.regime);
        Order.Progress progress = new Order.Progress(
                OrderState.valueOf(row.state),
                row.version,
                row.attempt,
                row.brokerOrderId,
                row.cancelReason,
                row.workingLimit,
                row.submittedAt == null ? row.createdAt : row.submittedAt,
                row.filledQuantity,
                row.averageFillPrice,
                row.commission,
                row.slippage,
                row.createdAt,
                row.updatedAt);
        Order.Admission admission = new Order.Admission(row.riskEpoch, row.expiresAt);
        return new Order(row.orderId, row.account, row.correlationId, plan, why, admission, progress);
    }
}
