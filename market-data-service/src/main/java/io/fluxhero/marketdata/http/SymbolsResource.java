package io.fluxhero.marketdata.http;

import io.fluxhero.marketdata.domain.Series;
import io.fluxhero.marketdata.domain.SeriesCatalog;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal/symbols")
public class SymbolsResource {

    private final SeriesCatalog catalog;

    SymbolsResource(SeriesCatalog catalog) {
        this.catalog = catalog;
    }

    public record Row(
            String symbol,
            String name,
            String timeframe,
            int bars,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime,
            @Nullable Instant liveFrom,
            String dataHash) {

        static Row of(Series series) {
            return new Row(
                    series.symbol(),
                    series.name(),
                    series.timeframe().code(),
                    series.bars(),
                    series.firstTime(),
                    series.lastTime(),
                    series.liveFrom(),
                    series.dataHash());
        }
    }

    @GET
    @Transactional
    public List<Row> symbols() {
        return catalog.all().stream().map(Row::of).toList();
    }

    @GET
    @Path("/{symbol}")
    @Transactional
    public Row symbol(String symbol) {
        String checked = Parameters.symbol(symbol);
        return catalog.all().stream()
                .filter(series -> series.symbol().equals(checked))
                .findFirst()
                .map(Row::of)
                .orElseThrow(() -> Refusal.unknownSymbol(checked));
    }
}
