package io.fluxhero.risk.http;

import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.ReadKillSwitch;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.command.CheckItem;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.Command.Action;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The privileged acts. Each is carried out once per {@code Idempotency-Key} and leaves an audit entry. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class CommandsResource {

    private static final String SYMBOL = "[A-Z0-9.\\-^=]{1,10}";

    private final CarryOutCommand carryOut;
    private final ReadKillSwitch readKillSwitch;
    private final CommandAnswers answers;

    CommandsResource(CarryOutCommand carryOut, ReadKillSwitch readKillSwitch, CommandAnswers answers) {
        this.carryOut = carryOut;
        this.answers = answers;
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

    record PaperResetRequest(
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role,

            @DecimalMin("1") @DecimalMax("1000000000") @Digits(integer = 10, fraction = 2) @Nullable
            BigDecimal initialCapital) {}

    record CloseRequest(
            @NotBlank @Pattern(regexp = SYMBOL) String symbol,
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role) {}

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
    public Response halt(@HeaderParam(CommandAnswers.KEY) @Nullable String key, @NotNull @Valid HaltRequest body) {
        Action action = body.flatten() ? Action.HALT_AND_CLOSE_ALL : Action.HALT;
        return answers.of(carryOut.halt(CommandAnswers.command(
                action, new Command.Person(body.requestedBy(), body.role()), body.reason(), null, "", key)));
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resume(@HeaderParam(CommandAnswers.KEY) @Nullable String key, @NotNull @Valid ResumeRequest body) {
        String acknowledges = body.acknowledgeDrawdown() ? "acknowledges drawdown" : "";
        Command command = CommandAnswers.command(
                Action.RESUME,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                null,
                acknowledges,
                key);
        return answers.of(carryOut.resume(command, body.acknowledgeDrawdown()));
    }

    @POST
    @Path("/paper-reset")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resetPaperAccount(
            @HeaderParam(CommandAnswers.KEY) @Nullable String key, @NotNull @Valid PaperResetRequest body) {
        BigDecimal capital = body.initialCapital();
        Command command = CommandAnswers.command(
                Action.RESET_PAPER_ACCOUNT,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                null,
                capital == null ? "" : capital.stripTrailingZeros().toPlainString(),
                key);
        return answers.of(carryOut.resetPaperAccount(command, capital));
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(@HeaderParam(CommandAnswers.KEY) @Nullable String key, @NotNull @Valid CloseRequest body) {
        return answers.of(carryOut.close(CommandAnswers.command(
                Action.CLOSE,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                body.symbol(),
                "",
                key)));
    }
}
