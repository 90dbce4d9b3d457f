package io.fluxhero.risk.http;

import io.fluxhero.risk.ClosePosition;
import io.fluxhero.risk.HaltTrading;
import io.fluxhero.risk.ResumeTrading;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.Command.Action;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The privileged acts. Each is carried out once per {@code Idempotency-Key} and leaves an audit entry. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CommandsResource {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final String SYMBOL = "[A-Z0-9.\\-^=]{1,10}";

    private final HaltTrading haltTrading;
    private final ResumeTrading resumeTrading;
    private final ClosePosition closePosition;

    CommandsResource(HaltTrading haltTrading, ResumeTrading resumeTrading, ClosePosition closePosition) {
        this.haltTrading = haltTrading;
        this.resumeTrading = resumeTrading;
        this.closePosition = closePosition;
    }

    /** With {@code symbol}, only that position is flattened; new entries are blocked for all. */
    record HaltRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            boolean flatten,
            @Pattern(regexp = SYMBOL) @Nullable String symbol) {}

    record ResumeRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy) {}

    record CloseRequest(
            @NotBlank @Pattern(regexp = SYMBOL) String symbol,
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy) {}

    /** What was done. */
    record DoneView(
            String requestId,
            String status,
            String tradingStatus,
            String detail,
            List<String> closed,
            List<String> orderIds,
            List<String> cancelled) {}

    @POST
    @Path("/halt")
    public Response halt(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid HaltRequest body) {
        return answer(haltTrading.on(new Command(
                Action.HALT,
                body.requestedBy(),
                body.reason(),
                body.symbol(),
                body.flatten(),
                checked(key),
                correlationId())));
    }

    @POST
    @Path("/resume")
    public Response resume(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid ResumeRequest body) {
        return answer(resumeTrading.on(new Command(
                Action.RESUME, body.requestedBy(), body.reason(), null, false, checked(key), correlationId())));
    }

    @POST
    @Path("/close")
    public Response close(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid CloseRequest body) {
        return answer(closePosition.on(new Command(
                Action.CLOSE, body.requestedBy(), body.reason(), body.symbol(), false, checked(key), correlationId())));
    }

    private static Response answer(CommandOutcome outcome) {
        return switch (outcome.code()) {
            case DONE -> Response.ok(done(outcome)).build();
            case NOT_HALTED -> Problem.of(409, "not-halted", outcome.detail(), null);
            case NO_POSITION -> Problem.of(404, "no-position", outcome.detail(), "symbol");
            case KEY_REUSED -> Problem.of(409, "idempotency-key-reused", outcome.detail(), KEY);
        };
    }

    private static DoneView done(CommandOutcome outcome) {
        return new DoneView(
                outcome.requestId(),
                "accepted",
                outcome.tradingStatus(),
                outcome.detail(),
                outcome.closed(),
                outcome.orderIds(),
                outcome.cancelled());
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new BadParameter(KEY, KEY + " must have 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }

    private static String correlationId() {
        return Objects.toString(MDC.get(Correlation.KEY), "");
    }
}
