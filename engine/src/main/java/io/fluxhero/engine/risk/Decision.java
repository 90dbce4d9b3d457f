package io.fluxhero.engine.risk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the account decided, in order. */
public sealed interface Decision {

    /**
     * Submit this order.
     *
     * @param riskMicros of an entry: lost at the stop; 0 for others
     * @param equityMicros basis of the size
     * @param exitReason why a closing order closes, {@code null} for entries
     * @param limits what the limits saw of an entry, {@code null} for others
     */
    record Approved(
            Ticket ticket,
            long riskMicros,
            long equityMicros,
            @Nullable ExitReason exitReason,
            @Nullable LimitCheck limits)
            implements Decision {}

    /**
     * No order: stable code, words, and the figures with the limits they missed.
     *
     * @param signalId {@code null} where a person wanted it
     */
    record Denied(@Nullable String signalId, String symbol, String code, String detail, Map<String, Double> figures)
            implements Decision {}

    /** Cancel a pending order. */
    record Cancel(String orderId, String symbol, String reason) implements Decision {}

    /** The protective stop of this position moves, effective from the next bar. */
    record StopMoved(String symbol, String entryOrderId, long stopMicros) implements Decision {}

    /** Trading status changed, or a person should know something. */
    record Alert(Kind kind, String code, String detail, Map<String, Double> figures) implements Decision {

        /** What happened. */
        public enum Kind {
            DRAWDOWN_WARNED,
            TRADING_HALTED,
            TRADING_RESUMED,
            EXPOSURE_CAPPED,
            CORRELATION_WARNED
        }
    }

    /** No order of its own, with a reason: an exit with nothing to exit, or with nothing but a pending entry to cancel. */
    record Ignored(String signalId, String symbol, @Nullable String reason) implements Decision {}
}
