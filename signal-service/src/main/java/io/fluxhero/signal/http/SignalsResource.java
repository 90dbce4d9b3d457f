package io.fluxhero.signal.http;

import io.fluxhero.signal.domain.SignalFilter;
import io.fluxhero.signal.domain.SignalHistory;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals, newest first. */
@Path("/internal/signals")
class SignalsResource {

    private static final int MOST = 1000;
    private static final Set<String> TYPES = Set.of("LONG", "SHORT", "EXIT_LONG", "EXIT_SHORT");

    private final SignalHistory history;

    SignalsResource(SignalHistory history) {
        this.history = history;
    }

    /** A page of signals. */
    record Signals(List<SignalView> signals) {}

    @GET
    public Signals signals(
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("type") @Nullable String type,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (type != null && !TYPES.contains(type)) {
            throw Problem.invalid("type", "type is one of LONG, SHORT, EXIT_LONG, EXIT_SHORT");
        }
        SignalFilter filter = new SignalFilter(
                symbol == null ? null : Parameters.symbol(symbol),
                type,
                Parameters.time("before", before, Parameters.LAST),
                Parameters.limit(limit, MOST));
        return new Signals(history.newest(filter).stream().map(SignalView::of).toList());
    }

    @GET
    @Path("/{id}")
    public SignalView signal(@PathParam("id") String id) {
        return history.byId(id).map(SignalView::of).orElseThrow(() -> Problem.notFound("no signal " + id));
    }
}
