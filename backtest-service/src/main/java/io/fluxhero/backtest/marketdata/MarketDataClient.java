package io.fluxhero.backtest.marketdata;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The questions that market-data-service answers. */
@RegisterRestClient(configKey = "market-data")
@RegisterClientHeaders(ServiceIdentity.class)
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
public interface MarketDataClient {

    @GET
    @Path("/symbols/{symbol}")
    JsonNode symbol(@PathParam("symbol") String symbol);

    @GET
    @Path("/candles")
    JsonNode candles(
            @QueryParam("symbol") String symbol,
            @QueryParam("timeframe") String timeframe,
            @QueryParam("to") String to,
            @QueryParam("limit") int limit);
}
