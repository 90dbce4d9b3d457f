package io.fluxhero.engine.risk;

import java.util.Map;

/** Why an entry is refused. */
record Denial(Code code, String detail, Map<String, Double> figures) {

    /** Stable codes, as people and programs read them. */
    enum Code {
        REJECTED_TRADING_DISABLED,
        REJECTED_POSITION_OPEN,
        REJECTED_NO_STOP,
        REJECTED_INVALID,
        REJECTED_POSITION_TOO_LARGE,
        REJECTED_EXCESSIVE_RISK,
        REJECTED_INSUFFICIENT_CAPITAL,
        REJECTED_MAX_POSITIONS,
        REJECTED_TOTAL_EXPOSURE,
        REJECTED_HIGH_CORRELATION,
        /** A person would sell more than is held, or what is held in no direction that this reduces. */
        REJECTED_MORE_THAN_HELD,
        /** A person would reduce what an order closes already. */
        REJECTED_ALREADY_CLOSING
    }

    static Denial of(Code code, String detail, Figures figures) {
        return new Denial(code, detail, figures.asMap());
    }
}
