package io.fluxhero.signal.http;

import io.fluxhero.signal.domain.BarRange;
import io.fluxhero.signal.domain.IndicatorHistory;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indicators in columns, and the newest row with the regime. */
@Path("/internal")
class IndicatorsResource {

    private static final int MOST = 20_000;

    private final IndicatorHistory history;

    IndicatorsResource(IndicatorHistory history) {
        this.history = history;
    }

    @GET
    @Path("/indicators")
    public Map<String, Object> indicators(
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("timeframe") @DefaultValue("1d") String timeframe,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        Instant first = Parameters.time("from", from, Parameters.FIRST);
        Instant last = Parameters.time("to", to, Parameters.LAST);
        if (first.isAfter(last)) {
            throw Problem.invalid("from", "from is after to");
        }
        BarRange range = new BarRange(first, last, Parameters.limit(limit, MOST));
        String code = Parameters.timeframe(timeframe);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("symbol", Parameters.symbol(symbol));
        answer.put("timeframe", code);
        answer.putAll(history.columns(Parameters.symbol(symbol), code, range));
        return answer;
    }

    @GET
    @Path("/regime")
    public Map<String, @Nullable Object> regime(
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("timeframe") @DefaultValue("1d") String timeframe) {
        String code = Parameters.timeframe(timeframe);
        BarRange newest = new BarRange(Parameters.FIRST, Parameters.LAST, 1);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("symbol", Parameters.symbol(symbol));
        row.put("timeframe", code);
        history.columns(Parameters.symbol(symbol), code, newest).forEach((name, values) -> firstOf(values, name, row));
        if (!row.containsKey("time")) {
            throw Problem.notFound("no bar of " + symbol + " " + code + " was evaluated yet");
        }
        return row;
    }

    private static void firstOf(List<@Nullable Object> values, String name, Map<String, @Nullable Object> row) {
        if (!values.isEmpty()) {
            row.put(name, values.getFirst());
        }
    }
}
