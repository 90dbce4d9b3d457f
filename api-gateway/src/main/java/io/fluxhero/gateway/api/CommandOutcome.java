package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was done with the command. The consequences follow as orders and fills.
 *
 * @param figures of a single order: its size, and of an entry what the limits saw
 * @param blockedAt kill switch: when the first service confirmed that no position is opened any more
 * @param confirmedBy services that have confirmed
 * @param pending what is not confirmed yet, in words; it is tried again
 * @param closing what becomes of the positions: FLAT, HELD, FLATTENING, or FLATTEN_PENDING until the exchange opens
 * @param haltedAt since when trading is halted, null while it is allowed
 * @param epoch rises with every halt and reset
 */
public record CommandOutcome(
        String status,
        @Nullable String tradingStatus,
        @Nullable String detail,
        @Nullable String requestId,
        List<String> closed,
        List<String> cancelled,
        List<String> orderIds,
        Map<String, BigDecimal> figures,
        @Nullable Instant blockedAt,
        List<String> confirmedBy,
        List<String> pending,
        @Nullable String closing,
        @Nullable Instant haltedAt,
        @Nullable String haltedBy,
        @Nullable Long epoch) {

    public CommandOutcome {
        closed = listOf(closed);
        cancelled = listOf(cancelled);
        orderIds = listOf(orderIds);
        figures = Map.copyOf(Objects.requireNonNullElse(figures, Map.of()));
        confirmedBy = listOf(confirmedBy);
        pending = listOf(pending);
    }

    /** Where risk-service has not answered: all that is known is who has, and what is still to come. */
    public static CommandOutcome unanswered(String requestId) {
        List<String> none = List.of();
        return new CommandOutcome(
                "pending", null, null, requestId, none, none, none, Map.of(), null, none, none, null, null, null, null);
    }

    /** The same with who has confirmed it, and what is still to come. */
    public CommandOutcome confirmed(@Nullable Instant blocked, List<String> by, List<String> open) {
        return new CommandOutcome(
                status,
                tradingStatus,
                detail,
                requestId,
                closed,
                cancelled,
                orderIds,
                figures,
                blocked,
                by,
                open,
                closing,
                haltedAt,
                haltedBy,
                epoch);
    }

    private static List<String> listOf(@Nullable List<String> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
