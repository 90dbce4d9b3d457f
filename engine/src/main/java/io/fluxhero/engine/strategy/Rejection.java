package io.fluxhero.engine.strategy;

/**
 * Why the noise filter keeps an entry out.
 *
 * @param value what was measured, {@code NaN} where it is unknown
 * @param threshold what it was measured against
 */
public record Rejection(Reason reason, double value, double threshold) {

    /** The rule that objects. */
    public enum Reason {
        WIDE_SPREAD(1, "spread is too wide for the volatility"),
        WIDE_SPREAD_ILLIQUID(2, "spread is too wide for an illiquid hour"),
        THIN_VOLUME(3, "volume is too thin"),
        THIN_BREAKOUT(4, "volume is too thin for a breakout"),
        BAD_DATA(5, "a figure is missing or impossible"),
        GAP(6, "bar opened too far from the close before"),
        NEAR_CLOSE(7, "session is about to end");

        private final int code;
        private final String detail;

        Reason(int code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        /** Number by which the domain specification knows it. */
        public int code() {
            return code;
        }

        /** In words. */
        public String detail() {
            return detail;
        }
    }
}
