package io.fluxhero.gateway.http;

import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.api.Chart;
import io.fluxhero.gateway.api.IndicatorSeries;
import io.fluxhero.gateway.api.Interval;
import io.fluxhero.gateway.api.SymbolInfo;
import io.fluxhero.gateway.api.Symbols;
import io.fluxhero.gateway.api.TestCandle;
import io.fluxhero.gateway.services.MarketData;
import io.fluxhero.gateway.services.Range;
import io.fluxhero.gateway.services.SignalRoom;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "market")
class MarketResource {
    private final MarketData market;
    private final SignalRoom signals;
    private final GatewayConfig config;

    MarketResource(MarketData market, SignalRoom signals, GatewayConfig config) {
        this.market = market;
        this.signals = signals;
        this.config = config;
    }

    @GET
    @Path("symbols")
    @Operation(operationId = "symbols", summary = "Symbols with stored history")
    public List<SymbolInfo> symbols() {
        return market.symbols();
    }

    @GET
    @Path("chart")
    @Operation(operationId = "chart", summary = "Bars, ascending; limit means the newest")
    public Chart chart(
            @QueryParam("symbol") @NotNull @Pattern(regexp = Symbols.PATTERN) String symbol,
            @QueryParam("interval") @DefaultValue("1d") @Pattern(regexp = Symbols.TIMEFRAMES) String interval,
            @QueryParam("from") @Nullable Moment from,
            @QueryParam("to") @Nullable Moment to,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(20_000) int limit) {
        return new Chart(
                symbol, interval, market.candles(new Range(symbol, interval, Moment.at(from), Moment.at(to), limit)));
    }

    @GET
    @Path("chart/intervals")
    @Operation(operationId = "intervals", summary = "Bar lengths that charts can ask for")
    public List<Interval> intervals() {
        return Intervals.ALL;
    }

    @GET
    @Path("indicators")
    @Operation(operationId = "indicators", summary = "Indicators and the strategy's answer to each bar, as columns")
    public IndicatorSeries indicators(
            @QueryParam("symbol") @NotNull @Pattern(regexp = Symbols.PATTERN) String symbol,
            @QueryParam("interval") @DefaultValue("1d") @Pattern(regexp = Symbols.TIMEFRAMES) String interval,
            @QueryParam("from") @Nullable Moment from,
            @QueryParam("to") @Nullable Moment to,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(20_000) int limit) {
        return signals.indicators(new Range(symbol, interval, Moment.at(from), Moment.at(to), limit));
    }

    @GET
    @Path("test/candles")
    @Operation(
            operationId = "testCandles",
            summary = "Bars in the shape of the original test endpoint; absent in production")
    public List<TestCandle> testCandles(
            @QueryParam("symbol") @DefaultValue("SPY") @Pattern(regexp = Symbols.PATTERN) String symbol) {
        if (!config.testCandles()) {
            throw new NotFoundException();
        }
        return market.candles(new Range(symbol, "1d", null, null, null)).stream()
                .map(c -> new TestCandle(
                        Instant.ofEpochSecond(c.time()), c.open(), c.high(), c.low(), c.close(), c.volume()))
                .toList();
    }
}
