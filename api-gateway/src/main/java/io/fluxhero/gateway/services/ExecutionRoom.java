package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fluxhero.gateway.api.Fill;
import io.fluxhero.gateway.api.Fills;
import io.fluxhero.gateway.api.Order;
import io.fluxhero.gateway.api.Orders;
import io.fluxhero.gateway.api.Position;
import io.fluxhero.gateway.api.Trade;
import io.fluxhero.gateway.api.TradePage;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks execution-service. */
@ApplicationScoped
public class ExecutionRoom {
    private final Upstream upstream;

    ExecutionRoom(Upstreams upstreams) {
        this.upstream = upstreams.to(Service.EXECUTION);
    }

    public List<Position> positions() {
        return upstream.get("/internal/positions", null, new TypeReference<>() {});
    }

    public TradePage trades(TradeFilter filter) {
        return upstream.get("/internal/trades", filter.query(), new TypeReference<>() {});
    }

    public Trade trade(String id) {
        return upstream.get("/internal/trades/" + id, null, new TypeReference<>() {});
    }

    public Orders orders(@Nullable String state, int limit) {
        return upstream.get("/internal/orders", Query.of("state", state).and("limit", limit), new TypeReference<>() {});
    }

    public Trail trailOf(String signalId) {
        return upstream.get("/internal/signals/" + signalId + "/trail", null, new TypeReference<>() {});
    }

    public Fills fills(int limit) {
        return upstream.get("/internal/fills", Query.of("limit", limit), new TypeReference<>() {});
    }

    public Summary summary() {
        return upstream.get("/internal/summary", null, new TypeReference<>() {});
    }

    /** How it stands, and what it was told of halts. */
    public State state() {
        return upstream.get("/internal/state", null, new TypeReference<>() {});
    }

    /** Forbids opening orders of this epoch and of all before it. */
    public void fence(String account, long epoch, String reason, Command command) {
        upstream.put("/internal/fence", new Halt(account, epoch, true, command.requestedBy(), reason), command);
    }

    record Halt(String account, long epoch, boolean halted, String by, String reason) {}

    /** How execution stands. */
    public record State(
            @Nullable String state,
            @Nullable String detail,
            @Nullable Fence fence) {}

    /** What it was told of halts: opening orders of older epochs are refused, and all of them while halted. */
    public record Fence(long epoch, boolean halted) {}

    /** What became of a signal: orders with their executions, and the trade they belong to. */
    public record Trail(
            List<Order> orders, List<Fill> fills, @Nullable Trade trade) {}

    /** Counts for the metrics page. */
    public record Summary(
            long ordersTotal,
            long tradesClosed,
            @Nullable BigDecimal winRate,
            @Nullable BigDecimal realizedPnl) {}
}
