package io.fluxhero.execution.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.execution.domain.position.TradeStatus;
import io.fluxhero.execution.domain.position.Trades;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal/trades")
public class TradesResource {

    private static final int DEFAULT_SIZE = 20;
    private static final int MOST = 100;
    private static final int MOST_PAGES = 1_000_000;

    private final Trades trades;

    TradesResource(Trades trades) {
        this.trades = trades;
    }

    /** One page, newest first; {@code total} and {@code total_count} are the same number. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Page(List<TradeView> trades, long total, long totalCount, int page, int pageSize, long totalPages) {}

    @GET
    @Transactional
    public Page page(
            @QueryParam("status") @Nullable String status,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @Nullable String page,
            @QueryParam("page_size") @Nullable String pageSize) {
        int number = Parameters.number("page", page, 1, MOST_PAGES);
        int size = Parameters.number("page_size", pageSize, DEFAULT_SIZE, MOST);
        Trades.Page found = trades.page(filter(status, symbol, from, to), number, size);
        long pages = (found.total() + size - 1) / size;
        List<TradeView> views = found.trades().stream().map(TradeView::of).toList();
        return new Page(views, found.total(), found.total(), number, size, pages);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public TradeView one(@PathParam("id") String id) {
        return trades.find(id).map(TradeView::of).orElseThrow(() -> new NotFoundException("no trade has the id " + id));
    }

    private static Trades.Filter filter(
            @Nullable String status, @Nullable String symbol, @Nullable String from, @Nullable String to) {
        Instant earliest = Parameters.time("from", from, 0);
        Instant until = Parameters.time("to", to, 1);
        if (earliest != null && until != null && !earliest.isBefore(until)) {
            throw new BadParameter("to", "to must not be before from");
        }
        return new Trades.Filter(
                Parameters.choice("status", status, TradeStatus.values()),
                Parameters.symbol("symbol", symbol),
                earliest,
                until);
    }
}
