package io.fluxhero.signal.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What market-data-service is asked for. */
@RegisterRestClient(configKey = "market-data")
@ClientHeaderParam(name = "Authorization", value = "{io.fluxhero.signal.http.ServiceCredentials.basic}")
@Path("/internal")
interface MarketDataApi {

    @GET
    @Path("/candles")
    Candles candles(
            @QueryParam("symbol") String symbol,
            @QueryParam("timeframe") String timeframe,
            @QueryParam("to") Instant to,
            @QueryParam("limit") int limit);

    /** The newest bars up to the time asked for, oldest first. */
    record Candles(List<Row> candles) {}

    /** A bar; {@code time} is epoch seconds. */
    record Row(long time, double open, double high, double low, double close, long volume) {}
}
