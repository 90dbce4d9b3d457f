package io.fluxhero.marketdata.http;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.marketdata.domain.Candles;
import io.fluxhero.marketdata.domain.SeriesCatalog;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/internal/candles")
public class CandlesResource {

    private static final int MOST = 200_000;

    private final Candles candles;
    private final SeriesCatalog catalog;

    CandlesResource(Candles candles, SeriesCatalog catalog) {
        this.candles = candles;
        this.catalog = catalog;
    }

    public record Reply(String symbol, String timeframe, List<Row> candles) {}

    public record Row(long time, double open, double high, double low, double close, long volume) {

        static Row of(Candle candle) {
            return new Row(
                    Math.floorDiv(candle.openTime(), 1000),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close(),
                    candle.volume());
        }
    }

    @GET
    @Transactional
    public Reply candles(
            @RestQuery @Nullable String symbol,
            @RestQuery @DefaultValue("1d") String timeframe,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String limit) {
        String checked = Parameters.symbol(symbol);
        Timeframe length = Parameters.timeframe(timeframe);
        Instant first = Parameters.from(from);
        Instant last = Parameters.to(to);
        int most = Parameters.limit(limit, MOST);
        if (first.isAfter(last)) {
            throw Refusal.invalid("from", "from is after to");
        }
        if (catalog.find(checked, length).isEmpty()) {
            throw Refusal.unknownSymbol(checked);
        }
        List<Row> rows = candles.between(checked, length, first, last, most).stream()
                .map(Row::of)
                .toList();
        return new Reply(checked, length.code(), rows);
    }
}
