package io.fluxhero.risk.domain.command;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one answer to a request.
 *
 * @param requestId identity of the request, the cause of the orders that follow
 * @param code {@code DONE}, or why nothing was done
 * @param tradingStatus afterwards
 * @param closed symbols whose positions are being closed
 * @param orderIds closing orders
 * @param cancelled orders that are being cancelled
 * @param figures of an order that was denied: the values, and the limits that they missed
 * @param checklist of a resumption or a reset: what must be so, and what is
 */
public record CommandOutcome(
        String requestId,
        Code code,
        String detail,
        String tradingStatus,
        List<String> closed,
        List<String> orderIds,
        List<String> cancelled,
        Map<String, BigDecimal> figures,
        List<CheckItem> checklist) {

    public CommandOutcome {
        closed = List.copyOf(closed);
        orderIds = List.copyOf(orderIds);
        cancelled = List.copyOf(cancelled);
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        checklist = List.copyOf(checklist);
    }

    /** What became of the request. */
    public enum Code {
        DONE,
        /** Resume: trading is not halted. */
        NOT_HALTED,
        /** Resume: something is not as it must be, see the checklist. */
        NOT_SAFE,
        /** Reset of the paper account: something is in the way, see the checklist. */
        NOT_RESETTABLE,
        /** Close: nothing is held. */
        NO_POSITION,
        /** Cancel: no such order is open. */
        NO_ORDER,
        /** Order: a limit objects, see the figures; the detail begins with its code. */
        DENIED,
        /** The key was used for another request before. */
        KEY_REUSED
    }

    /** The same in these words. */
    public CommandOutcome saying(String words) {
        return new CommandOutcome(
                requestId, code, words, tradingStatus, closed, orderIds, cancelled, figures, checklist);
    }

    /** Nothing was done. */
    public static CommandOutcome refused(
            String requestId, Code code, String detail, String tradingStatus, List<CheckItem> checklist) {
        return new CommandOutcome(
                requestId, code, detail, tradingStatus, List.of(), List.of(), List.of(), Map.of(), checklist);
    }
}
