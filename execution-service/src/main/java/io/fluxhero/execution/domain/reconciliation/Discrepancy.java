package io.fluxhero.execution.domain.reconciliation;

/**
 * One difference between our books and the broker's.
 *
 * @param subject order or symbol that it is about
 * @param detail both sides, in words
 */
public record Discrepancy(Kind kind, String subject, String detail) {

    /** What differs. */
    public enum Kind {
        /** An order that works for us is not at the broker, or has traded differently there. */
        ORDER_MISMATCH(true),
        /** A symbol that we traded is not held as our fills say. */
        POSITION_MISMATCH(true),
        /** Shares are held, here and there, and the broker will not have a stop for them. */
        UNPROTECTED(true),
        /** The money is not what our fills say. */
        CASH_MISMATCH(true),
        /** An order works at the broker that we believe to have ended. */
        ENDED_ORDER_WORKS(false),
        /** An order of somebody else. */
        EXTERNAL_ORDER(false),
        /** Shares of somebody else. */
        EXTERNAL_POSITION(false),
        /** A report that contradicts what we know, or that this version has no word for. */
        UNEXPECTED_REPORT(false);

        private final boolean stopsTrading;

        Kind(boolean stopsTrading) {
            this.stopsTrading = stopsTrading;
        }

        /** Whether nothing new may open until it is explained. */
        public boolean stopsTrading() {
            return stopsTrading;
        }
    }
}
