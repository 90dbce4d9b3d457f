package io.fluxhero.risk.domain.command;

import java.util.List;

/**
 * The one answer to a request.
 *
 * @param requestId identity of the request, the cause of the orders that follow
 * @param code {@code DONE}, or why nothing was done
 * @param tradingStatus afterwards
 * @param closed symbols whose positions are being closed
 * @param orderIds closing orders
 * @param cancelled orders that are being cancelled
 */
public record CommandOutcome(
        String requestId,
        Code code,
        String detail,
        String tradingStatus,
        List<String> closed,
        List<String> orderIds,
        List<String> cancelled) {

    public CommandOutcome {
        closed = List.copyOf(closed);
        orderIds = List.copyOf(orderIds);
        cancelled = List.copyOf(cancelled);
    }

    /** What became of the request. */
    public enum Code {
        DONE,
        /** Resume: trading is not halted. */
        NOT_HALTED,
        /** Close: nothing is held. */
        NO_POSITION,
        /** The key was used for another request before. */
        KEY_REUSED
    }

    /** Nothing was done. */
    public static CommandOutcome refused(String requestId, Code code, String detail, String tradingStatus) {
        return new CommandOutcome(requestId, code, detail, tradingStatus, List.of(), List.of(), List.of());
    }
}
