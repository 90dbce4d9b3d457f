package io.fluxhero.risk.http;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.ReadKillSwitch;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.Latch;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.Command.Action;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The privileged acts. Each is carried out once per {@code Idempotency-Key} and leaves an audit entry. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class CommandsResource {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final String SYMBOL = "[A-Z0-9.\\-^=]{1,10}";

    private final CarryOutCommand carryOut;
    private final ReadKillSwitch readKillSwitch;

    CommandsResource(CarryOutCommand carryOut, ReadKillSwitch readKillSwitch) {
        this.carryOut = carryOut;
        this.readKillSwitch = readKillSwitch;
    }

    record HaltRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role,
            boolean flatten) {}

    record ResumeRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role,
            boolean acknowledgeDrawdown) {}

    record CloseRequest(
            @NotBlank @Pattern(regexp = SYMBOL) String symbol,
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role) {}

    /**
     * What was done.
     *
     * @param untold what execution could not be told directly; it will be told
     */
    record DoneView(
            String requestId,
            String status,
            String tradingStatus,
            String detail,
            List<String> closed,
            List<String> orderIds,
            List<String> cancelled,
            long epoch,
            @Nullable Instant haltedAt,
            @Nullable String haltedBy,
            String closing,
            List<String> untold) {}

    /** The kill switch as it stands. */
    record KillSwitchView(
            String tradingStatus,
            @Nullable String haltTrigger,
            @Nullable String haltReason,
            @Nullable Instant haltedAt,
            @Nullable String haltedBy,
            long epoch,
            String closing,
            List<String> openPositions,
            int openOrders,
            List<CheckItem> checklist) {}

    @GET
    @Path("/kill-switch")
    public KillSwitchView killSwitch() {
        ReadKillSwitch.KillSwitch now = readKillSwitch.now();
        Account account = now.account();
        return new KillSwitchView(
                account.state().status().name(),
                account.state().haltTrigger(),
                account.state().haltReason(),
                account.latch().haltedAt(),
                account.latch().haltedBy(),
                account.latch().epoch(),
                now.closing().name(),
                account.state().positions().stream()
                        .map(AccountState.Position::symbol)
                        .toList(),
                account.state().pending().size(),
                now.checklist());
    }

    @POST
    @Path("/halt")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response halt(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid HaltRequest body) {
        Action action = body.flatten() ? Action.HALT_AND_CLOSE_ALL : Action.HALT;
        return answer(carryOut.halt(
                command(action, new Command.Person(body.requestedBy(), body.role()), body.reason(), null, "", key)));
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resume(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid ResumeRequest body) {
        String acknowledges = body.acknowledgeDrawdown() ? "acknowledges drawdown" : "";
        Command command = command(
                Action.RESUME,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                null,
                acknowledges,
                key);
        return answer(carryOut.resume(command, body.acknowledgeDrawdown()));
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid CloseRequest body) {
        return answer(carryOut.close(command(
                Action.CLOSE,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                body.symbol(),
                "",
                key)));
    }

    private static Command command(
            Action action,
            Command.Person by,
            String reason,
            @Nullable String symbol,
            String details,
            @Nullable String key) {
        return new Command(action, by, reason, symbol, details, checked(key), correlationId());
    }

    private Response answer(CarryOutCommand.Answer answer) {
        CommandOutcome outcome = answer.outcome();
        return switch (outcome.code()) {
            case DONE -> Response.ok(done(answer)).build();
            case NOT_HALTED -> Problem.of(CONFLICT, "not-halted", outcome.detail(), null);
            case NOT_SAFE -> Problem.of(CONFLICT, "reset-refused", outcome);
            case NO_POSITION -> Problem.of(NOT_FOUND, "no-position", outcome.detail(), "symbol");
            case NO_ORDER -> Problem.of(NOT_FOUND, "no-order", outcome.detail(), "id");
            case DENIED -> Problem.of(UNPROCESSABLE, "order-denied", outcome);
            case KEY_REUSED -> Problem.of(CONFLICT, "idempotency-key-reused", outcome.detail(), KEY);
        };
    }

    private DoneView done(CarryOutCommand.Answer answer) {
        CommandOutcome outcome = answer.outcome();
        Latch latch = answer.account().latch();
        return new DoneView(
                outcome.requestId(),
                "accepted",
                outcome.tradingStatus(),
                outcome.detail(),
                outcome.closed(),
                outcome.orderIds(),
                outcome.cancelled(),
                latch.epoch(),
                latch.haltedAt(),
                latch.haltedBy(),
                readKillSwitch.closing(answer.account().state()).name(),
                answer.untold());
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
