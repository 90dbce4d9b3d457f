package io.fluxhero.risk.http;

import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.ReadKillSwitch;
import io.fluxhero.risk.domain.account.Latch;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Commands as requests bring them, and what is answered. */
@Singleton
class CommandAnswers {

    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final ReadKillSwitch readKillSwitch;

    CommandAnswers(ReadKillSwitch readKillSwitch) {
        this.readKillSwitch = readKillSwitch;
    }

    /**
     * What was done.
     *
     * @param figures of a single order: its size, and of an entry what the limits saw
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
            Map<String, BigDecimal> figures,
            long epoch,
            @Nullable Instant haltedAt,
            @Nullable String haltedBy,
            String closing,
            List<String> untold) {}

    static Command command(
            Command.Action action,
            Command.Person by,
            String reason,
            @Nullable String symbol,
            String details,
            @Nullable String key) {
        return new Command(action, by, reason, symbol, details, checked(key), correlationId());
    }

    Response of(CarryOutCommand.Answer answer) {
        CommandOutcome outcome = answer.outcome();
        return switch (outcome.code()) {
            case DONE -> Response.ok(done(answer)).build();
            case NOT_HALTED -> Problem.of(CONFLICT, "not-halted", outcome.detail(), null);
            case NOT_SAFE -> Problem.of(CONFLICT, "reset-refused", outcome);
            case NOT_RESETTABLE -> Problem.of(CONFLICT, "paper-reset-refused", outcome);
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
                outcome.figures(),
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
