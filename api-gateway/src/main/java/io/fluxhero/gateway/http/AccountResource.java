package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Account;
import io.fluxhero.gateway.api.EquityCurve;
import io.fluxhero.gateway.api.Fills;
import io.fluxhero.gateway.api.Orders;
import io.fluxhero.gateway.api.Position;
import io.fluxhero.gateway.api.Symbols;
import io.fluxhero.gateway.api.Trade;
import io.fluxhero.gateway.api.TradePage;
import io.fluxhero.gateway.services.ExecutionRoom;
import io.fluxhero.gateway.services.RiskRoom;
import io.fluxhero.gateway.services.TradeFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "account")
class AccountResource {
    private static final String ID = "[A-Za-z0-9_.-]{1,80}";

    private final ExecutionRoom execution;
    private final RiskRoom risk;

    AccountResource(ExecutionRoom execution, RiskRoom risk) {
        this.execution = execution;
        this.risk = risk;
    }

    @GET
    @Path("positions")
    @Operation(operationId = "positions", summary = "Open positions")
    public List<Position> positions() {
        return execution.positions();
    }

    @GET
    @Path("trades")
    @Operation(operationId = "trades", summary = "Trade history, newest first, in pages")
    public TradePage trades(
            @QueryParam("page") @DefaultValue("1") @Min(1) int page,
            @QueryParam("page_size") @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @QueryParam("status") @Pattern(regexp = "OPEN|CLOSED|CANCELLED") @Nullable String status,
            @QueryParam("symbol") @Pattern(regexp = Symbols.PATTERN) @Nullable String symbol,
            @QueryParam("from") @Nullable Moment from,
            @QueryParam("to") @Nullable Moment to) {
        return execution.trades(new TradeFilter(status, symbol, Moment.at(from), Moment.at(to), page, pageSize));
    }

    @GET
    @Path("trades/{id}")
    @Operation(operationId = "trade", summary = "One trade with its explanation")
    public Trade trade(@PathParam("id") @Pattern(regexp = ID) String id) {
        return execution.trade(id);
    }

    @GET
    @Path("account")
    @Operation(operationId = "account", summary = "Equity, cash, profit and loss, exposure, drawdown, trading status")
    public Account account() {
        return risk.account();
    }

    @GET
    @Path("orders")
    @Operation(operationId = "orders", summary = "Orders, newest first")
    public Orders orders(
            @QueryParam("state") @Pattern(regexp = "[A-Z_]{1,30}") @Nullable String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return execution.orders(state, limit);
    }

    @GET
    @Path("fills")
    @Operation(operationId = "fills", summary = "Executions, newest first")
    public Fills fills(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return execution.fills(limit);
    }

    @GET
    @Path("equity")
    @Operation(operationId = "equity", summary = "Equity at each decided bar")
    public EquityCurve equity(@QueryParam("from") @Nullable Moment from, @QueryParam("to") @Nullable Moment to) {
        return risk.equity(Moment.at(from), Moment.at(to));
    }
}
