package io.fluxhero.execution.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Trades;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal")
public class OrdersResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final Orders orders;
    private final Fills fills;
    private final Trades trades;

    OrdersResource(Orders orders, Fills fills, Trades trades) {
        this.orders = orders;
        this.fills = fills;
        this.trades = trades;
    }

    /** Newest first. */
    public record OrderList(List<OrderView> orders) {}

    /** Newest first. */
    public record FillList(List<FillView> fills) {}

    /** One execution. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record FillView(
            String id,
            String orderId,
            String entryOrderId,
            String symbol,
            Instant time,
            String intent,
            String side,
            String positionSide,
            long quantity,
            BigDecimal price,
            BigDecimal commission,
            BigDecimal slippage) {}

    /** Counts and sums over everything; {@code win_rate} is a fraction, absent before the first closed trade. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Summary(
            long ordersTotal,
            long tradesClosed,
            long tradesOpen,
            @Nullable BigDecimal winRate,
            BigDecimal realizedPnl) {}

    @GET
    @Path("/orders")
    @Transactional
    public OrderList newest(@QueryParam("state") @Nullable String state, @QueryParam("limit") @Nullable String limit) {
        OrderState wanted = Parameters.choice("state", state, OrderState.values());
        int most = Parameters.number("limit", limit, DEFAULT_LIMIT, MOST);
        return new OrderList(orders.newest(wanted, most).stream()
                .map(order -> OrderView.of(order, null))
                .toList());
    }

    @GET
    @Path("/orders/{id}")
    @Transactional
    public OrderView one(@PathParam("id") String id) {
        return orders.find(id)
                .map(order -> OrderView.of(order, orders.stepsOf(id)))
                .orElseThrow(() -> new NotFoundException("no order has the id " + id));
    }

    /** What became of one signal: its orders with their executions, oldest first, and the trade that they belong to. */
    public record Trail(
            List<OrderView> orders,
            List<FillView> fills,
            @Nullable TradeView trade) {}

    @GET
    @Path("/signals/{id}/trail")
    @Transactional
    public Trail trailOf(@PathParam("id") String signalId) {
        List<Order> placed = orders.ofSignal(signalId);
        List<Fill> executed = fills.of(placed.stream().map(Order::orderId).toList());
        TradeView trade = executed.stream()
                .findFirst()
                .flatMap(fill -> trades.ofEntry(fill.entryOrderId()))
                .map(TradeView::of)
                .orElse(null);
        return new Trail(
                placed.stream()
                        .map(order -> OrderView.of(order, orders.stepsOf(order.orderId())))
                        .toList(),
                executed.stream().map(OrdersResource::viewOf).toList(),
                trade);
    }

    @GET
    @Path("/fills")
    @Transactional
    public FillList newestFills(@QueryParam("limit") @Nullable String limit) {
        int most = Parameters.number("limit", limit, DEFAULT_LIMIT, MOST);
        return new FillList(
                fills.newest(most).stream().map(OrdersResource::viewOf).toList());
    }

    @GET
    @Path("/summary")
    @Transactional
    public Summary summary() {
        Trades.Totals totals = trades.totals();
        BigDecimal winRate = totals.closed() == 0 ? null : Ratios.fraction(totals.won(), totals.closed());
        return new Summary(orders.count(), totals.closed(), totals.open(), winRate, totals.realizedPnl());
    }

    private static FillView viewOf(Fill fill) {
        return new FillView(
                fill.fillId(),
                fill.orderId(),
                fill.entryOrderId(),
                fill.symbol(),
                fill.barTime(),
                fill.intent().name(),
                fill.isBuy() ? "BUY" : "SELL",
                fill.side().name(),
                fill.quantity(),
                fill.price(),
                fill.commission(),
                fill.slippage());
    }
}
