package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fluxhero.gateway.api.Candle;
import io.fluxhero.gateway.api.FeedStatus;
import io.fluxhero.gateway.api.SymbolInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks market-data-service. */
@ApplicationScoped
public class MarketData {
    private final Upstream upstream;

    MarketData(Upstreams upstreams) {
        this.upstream = upstreams.to(Service.MARKET_DATA);
    }

    public List<Candle> candles(Range range) {
        return upstream.get("/internal/candles", range.query(), new TypeReference<Candles>() {})
                .candles();
    }

    public List<SymbolInfo> symbols() {
        return upstream.get("/internal/symbols", null, new TypeReference<>() {});
    }

    public FeedStatus feed() {
        return upstream.get("/internal/feed", null, new TypeReference<>() {});
    }

    record Candles(String symbol, String timeframe, List<Candle> candles) {}
}
